import { buildCueFilter } from './grammar/cue-filter';
import { marker, MARKER_CUE, markerEnd } from './grammar/marker';
import type { OpenSecret, Relation } from './grammar/open-secret';
import { OPENING_CUES } from './opening-cues';
import { opensSecret, readOn } from './read-on';
import { viewText } from './text-view';

/** Something that is open, and how the line's sender is related to the one that opened it; `id` is the caller's. */
export type Entry = { open: OpenSecret; relation: Relation; id: number };
/** What the text itself opened. */
export const OPENED_HERE = -1;
export type LinesReading = { text: string; open: Entry[] };

const openings = buildCueFilter([...OPENING_CUES, MARKER_CUE]);

/**
 * Takes out of a text, line by line, what goes on from the line before, and tells what is open at its end. `entries` were
 * open before the text; the text has passed the rules that look at one site.
 */
export function redactLines(text: string, entries: readonly Entry[], view = viewText(text)): LinesReading {
  const { text: shown } = view;
  const parts: string[] = [];
  let kept = 0;
  let open = [...entries];
  let opening = nextOpening(shown, 0);
  for (let start = 0; start <= shown.length;) {
    if (opening < start) opening = nextOpening(shown, start);
    if (open.length === 0) start = opening;
    if (start > shown.length) break;
    const found = shown.indexOf('\n', start);
    const end = found < 0 ? shown.length : found;
    const read = readLine(open, shown.slice(start, end), opening <= end);
    open = read.open;
    for (const range of read.found) {
      const from = view.toSource(start + range.start);
      if (from < kept) continue;
      parts.push(text.slice(kept, from), marker(range.rule));
      kept = view.toSourceEnd(start + range.end);
    }
    start = end + 1;
  }
  return { text: parts.length === 0 ? text : parts.join('') + text.slice(kept), open };
}

type Found = { start: number; end: number; rule: string };

/** `mayOpen` is false for a line that holds no cue of what goes on in the next. */
function readLine(entries: readonly Entry[], line: string, mayOpen: boolean): { found: Found[]; open: Entry[] } {
  const found: Found[] = [];
  const open: Entry[] = [];
  for (const entry of entries) {
    const { found: own, next } = readOn(entry.open, line, entry.relation);
    found.push(...own);
    if (next !== null) open.push(next === entry.open ? entry : { open: next, relation: entry.relation, id: entry.id });
  }
  if (found.length > 1) found.sort((a, b) => a.start - b.start);
  const opened = mayOpen ? opensSecret(replaced(line, found)) : null;
  if (opened === null) return { found, open };
  const others = open.filter(({ open: { kind }, relation }) => relation !== 'own' || kind !== opened.kind);
  return { found, open: [...others, { open: opened, relation: 'own' as const, id: OPENED_HERE }] };
}

/** What is opened is told from what is stored, so that a second reading sees the same. */
function replaced(line: string, found: readonly Found[]): string {
  let kept = 0;
  let text = '';
  for (const { start, end, rule } of found) {
    if (start < kept) continue;
    text += line.slice(kept, start) + marker(rule);
    kept = end;
  }
  return kept === 0 ? line : text + line.slice(kept);
}

/** Where the next line begins that may open something; endless for none. A marker's own words open nothing. */
function nextOpening(text: string, from: number): number {
  for (let found = openings.next(text, from); found !== null;) {
    const { cue, index } = found;
    if (cue !== MARKER_CUE) return text.lastIndexOf('\n', index) + 1;
    found = openings.next(text, Math.max(index + cue.length, markerEnd(text, index)));
  }
  return Infinity;
}
