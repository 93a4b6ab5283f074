/** What makes a spreadsheet take a cell for a formula (owasp.org/www-community/attacks/CSV_Injection), its wide forms too. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;

/**
 * A text as a cell of RFC 4180. One that a spreadsheet would run as a formula is prefixed with `'` and quoted, as OWASP's page on
 * CSV injection has it; separators and quotes inside of a cell cannot begin another one, since such a cell is quoted.
 */
export function csvCell(text: string): string {
  if (FORMULA_START.test(text)) return `"'${text.replaceAll('"', '""')}"`;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
