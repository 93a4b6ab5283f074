import { markedText } from '@/lib/format/invisible';
import { shownText } from '@/lib/store/chunks/shown-text';

/** Stands where a line broke, in a text that has one row a line. */
export const LINE_BREAK = ' ⏎ ';

/** One row that shows what is there, whatever shows it: no control sequences, other invisible characters as marks. */
export const visibleText = (text: string): string =>
  markedText(shownText(text).replaceAll(/[\n\r\u0085\u2028\u2029]/g, LINE_BREAK));
