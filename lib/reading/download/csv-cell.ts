/**
 * What makes a spreadsheet take a text for a formula (owasp.org/www-community/attacks/CSV_Injection), its wide forms too: at the
 * start of a cell, and behind what may begin another one. Where lists are separated by `;` a spreadsheet parts each row there,
 * and since the quote of a cell then stands inside of a field, it parts it inside of quotes and at line breaks, too.
 */
const FORMULA_START = /(^|[;\t\r\n])(["'\s]*)(?=[=+\-@＝＋－＠])/g;
/** These too OWASP has in front of a formula. */
const BLANK_START = /^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** A text as a cell of RFC 4180. A `'` stands in front of everything in it that a spreadsheet would run, which makes it text. */
export function csvCell(text: string): string {
  const safe = text.replaceAll(FORMULA_START, "$1$2'").replace(BLANK_START, "'$&");
  return safe !== text || NEEDS_QUOTES.test(text) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
