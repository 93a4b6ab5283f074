import { markedText } from '@/lib/format/invisible';
import { shownText } from '@/lib/store/chunks/shown-text';

/** The sign for a line break in a text of one row. */
export const LINE_BREAK = ' ⏎ ';

/** The text as one row that hides nothing: no control sequences, other invisible characters as marks. */
export const visibleText = (text: string): string =>
  markedText(shownText(text).replaceAll(/[\n\r\u0085\u2028\u2029]/g, LINE_BREAK));
