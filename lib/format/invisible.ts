/**
 * Characters that show nothing, or reorder what stands around them: controls save tab and line feed, format characters
 * (bidi overrides, zero-width, tags), line and paragraph separators, what Unicode says to leave out where it is not known
 * (fillers, variation selectors), and the blank braille pattern (Unicode TR36, "bidirectional text spoofing"; UAX 44,
 * Default_Ignorable_Code_Point; trojansource.codes). A variation selector behind a picture only chooses its form.
 */
const INVISIBLE = /(?![\t\n])(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])[\p{Cc}\p{Cf}\p{DI}\u2028\u2029\u2800]/gu;

/** In a name also other blank characters, and blanks that cannot be seen: at its ends, and repeated ones. */
const HIDDEN_IN_NAME = new RegExp(`${INVISIBLE.source}|[\\t\\n]|(?! )\\p{Zs}|^ +| +$| {2,}`, 'gu');

export type VisiblePart = { text: string; isMark: boolean };

/** Splits text so that each invisible character is a part of its own, written out as a mark such as `␛` or `U+202E`. */
export const markInvisible = (text: string): VisiblePart[] => splitAt(text, INVISIBLE);

/** The same for a name, in which blanks can hide too; each is shown as `␣`. */
export const markName = (name: string): VisiblePart[] => splitAt(name, HIDDEN_IN_NAME);

function splitAt(text: string, hidden: RegExp): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let start = 0;
  for (const match of text.matchAll(hidden)) {
    if (match.index > start) parts.push({ text: text.slice(start, match.index), isMark: false });
    parts.push({ text: markOf(match[0]), isMark: true });
    start = match.index + match[0].length;
  }
  if (start < text.length) parts.push({ text: text.slice(start), isMark: false });
  return parts;
}

/** C0 controls have pictures of their own at U+2400; the others are named by their number. */
function markOf(hidden: string): string {
  if (hidden.startsWith(' ')) return '␣'.repeat(hidden.length);
  const code = hidden.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** A quick check that passes most texts, in a third of the time of looking for each kind. */
const PLAIN = /^[ -~\t\n]*$/;

const joinParts = (parts: readonly VisiblePart[]): string =>
  parts.map(({ text, isMark }) => (isMark ? `<${text}>` : text)).join('');

/** The text with marks as `<U+202E>`, for files, tooltips and spoken names, where a mark cannot be styled. */
export const markedText = (text: string): string => (PLAIN.test(text) ? text : joinParts(markInvisible(text)));

const RIGHT_TO_LEFT =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const [ISOLATE, END_OF_ISOLATE] = ['\u2068', '\u2069'];

/**
 * A name inside of a plain text, such as a tooltip: with its marks, and isolated (UAX 9, FSI … PDI) where its letters run from
 * right to left, so that they do not reorder what stands beside it.
 */
export function nameInText(name: string): string {
  const marked = joinParts(markName(name));
  return RIGHT_TO_LEFT.test(marked) ? `${ISOLATE}${marked}${END_OF_ISOLATE}` : marked;
}
