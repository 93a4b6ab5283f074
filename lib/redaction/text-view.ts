/** A text as a reader sees it, and the way back to where its characters really stand. */
export type TextView = { text: string; toSource: (index: number) => number };

const COLOUR = String.raw`(?:\x1b|\x9b|\\u001[bB]|\\x1[bB]|\\033)(?:\[[0-9;:?]{0,32}[ -/]{0,4}[@-~]|\][^\x07\x1b\n]{0,256}(?:\x07|\x1b\\)|[()][A-Z0-9])`;
/** An escaped line end counts only where a line may follow: `ab\ncd` alone may as well be part of a password. */
const ESCAPED_LINE_END = String.raw`\\{1,8}(?:r\\{1,8}n|n)(?=$|[\s!#}<"'\\-]|\[REDACTED:|[A-Za-z][\w-]{0,63}(?:[ \t:=]|\\|$))`;
/** Some serialisers write quotes by their number. */
const NUMBERED_QUOTE = String.raw`\\{1,8}u002[27]`;
const HIDDEN = new RegExp(`${COLOUR}|${NUMBERED_QUOTE}|${ESCAPED_LINE_END}`, 'g');
/** In JSON an escaped line end is nothing else. */
const HIDDEN_IN_JSON = new RegExp(String.raw`${COLOUR}|${NUMBERED_QUOTE}|\\{1,8}(?:r\\{1,8}n|n)`, 'g');
const looksJson = (text: string): boolean => text.includes('":') || text.includes('\\"');

/** Whether the view can differ from the text. */
export const needsView = (text: string): boolean =>
  text.includes('\u001b') || text.includes('\u009b') || text.includes('\\');

/** Terminal codes are left out and escaped line ends become real ones; other escapes stay for the value readers. */
export function viewText(source: string): TextView {
  if (!needsView(source)) return { text: source, toSource: (index) => index };
  const parts: string[] = [];
  const starts: number[] = [];
  const shifts: number[] = [];
  let kept = 0;
  let length = 0;
  for (const match of source.matchAll(looksJson(source) ? HIDDEN_IN_JSON : HIDDEN)) {
    const piece = source.slice(kept, match.index) + meaningOf(match[0]);
    parts.push(piece);
    kept = match.index + match[0].length;
    length += piece.length;
    starts.push(length);
    shifts.push(kept - length);
  }
  if (kept === 0) return { text: source, toSource: (index) => index };
  parts.push(source.slice(kept));
  return { text: parts.join(''), toSource: (index) => index + shiftAt(index, starts, shifts) };
}

function meaningOf(hidden: string): string {
  if (!hidden.startsWith('\\')) return '';
  if (hidden.endsWith('n')) return '\n';
  if (hidden.endsWith('u0022')) return '"';
  return hidden.endsWith('u0027') ? "'" : '';
}

/** Binary search: the shift of the last hidden part that ends at or before `index`. */
function shiftAt(index: number, starts: number[], shifts: number[]): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return shifts[low - 1] ?? 0;
}
