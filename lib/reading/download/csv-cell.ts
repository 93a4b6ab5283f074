/**
 * Characters that make a spreadsheet read a text as a formula (owasp.org/www-community/attacks/CSV_Injection), with
 * their full-width forms: at the start of a cell, and behind what may begin another cell. Where lists are separated by
 * `;` a spreadsheet splits each row there. The quote of a cell is then inside a field, so it also splits inside quotes
 * and at line breaks.
 */
const FORMULA_START = /(^|[;\t\r\n])(["'\s]*)(?=[=+\-@＝＋－＠])/g;
/** OWASP lists these, too, as characters before a formula. */
const BLANK_START = /^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/**
 * A text as a cell of RFC 4180. Everything in it that a spreadsheet would run gets a `'` in front, which makes it text.
 */
export function csvCell(text: string): string {
  const safe = text.replaceAll(FORMULA_START, "$1$2'").replace(BLANK_START, "'$&");
  return safe !== text || NEEDS_QUOTES.test(text) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
