import { stripAnsi } from '@/lib/lines/ansi';
import { markInvisible } from '@/lib/lines/invisible';

/** Stands where a line broke, in a file that has one row a line. */
const LINE_BREAK = ' ⏎ ';

/** One row that shows what is there, whatever shows it: no control sequences, other invisible characters as marks. */
export const visibleText = (text: string): string =>
  markInvisible(stripAnsi(text).replaceAll(/\r\n|[\n\r\u0085\u2028\u2029]/g, LINE_BREAK))
    .map(({ text: part, isMark }) => (isMark ? `<${part}>` : part))
    .join('');
