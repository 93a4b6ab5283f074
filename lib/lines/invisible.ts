/**
 * Characters that show nothing, or reorder what stands around them: controls save tab and line feed, format characters
 * (bidi overrides, zero-width, tags), line and paragraph separators, blank letters (Unicode TR36, "bidirectional text
 * spoofing"; trojansource.codes).
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Cf}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu;

export type VisiblePart = { text: string; isMark: boolean };

/** Splits text so that each invisible character is a part of its own, written out as a mark such as `␛` or `U+202E`. */
export function markInvisible(text: string): VisiblePart[] {
  const parts: VisiblePart[] = [];
  let start = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    if (match.index > start) parts.push({ text: text.slice(start, match.index), isMark: false });
    parts.push({ text: markOf(match[0]), isMark: true });
    start = match.index + match[0].length;
  }
  if (start < text.length) parts.push({ text: text.slice(start), isMark: false });
  return parts;
}

/** C0 controls have pictures of their own at U+2400; the others are named by their number. */
function markOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The text without what `markInvisible` marks. */
export const removeInvisible = (text: string): string => text.replace(INVISIBLE, '');
