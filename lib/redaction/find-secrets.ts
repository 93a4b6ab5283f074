import { buildCueFilter } from './cue-filter';
import { markerEnd } from './marker';
import { OPENING_CUES } from './opening-cues';
import { Examined, Place } from './place';
import type { Finding, Rule } from './rule';
import { RULES } from './rules/all-rules';
import { needsView } from './text-view';

const MARKER_CUE = '[redacted:';
const byCue = groupByCue(RULES);
/** Every rule's cues, those of what goes on in the next line, and a marker's beginning. */
export const CUE_WORDS: readonly string[] = [...new Set([...byCue.keys(), ...OPENING_CUES, MARKER_CUE])];
const cueFilter = buildCueFilter(CUE_WORDS);

/** Where a cue stands, every shorter one that it begins with stands too. */
function groupByCue(rules: readonly Rule[]): Map<string, Rule[]> {
  const cues = new Set(rules.flatMap((rule) => rule.cues));
  const rulesOf = (cue: string): Rule[] => rules.filter((rule) => rule.cues.some((own) => cue.startsWith(own)));
  return new Map([...cues].map((cue) => [cue, rulesOf(cue)]));
}

/** The prefilter: false for nearly every ordinary line, and then no rule could find anything; a cue may be encoded. */
export const mayHoldSecret = (text: string): boolean => cueFilter.isIn(text) || needsView(text);

/**
 * A text of 256 KiB, the longest that ingest lets through, with more cues than this is no message of anybody's: behind
 * them every line that has another cue is taken out from there on, unread. A longer text may have one in 50 characters.
 */
const MAX_CUES = 6_000;
const CHARACTERS_A_CUE = 50;

/** The secrets of a text in order, none overlapping another. One pass over the cues, a bounded cost each. */
export function findSecrets(text: string): Finding[] {
  const found: Finding[] = [];
  const examined = new Examined(text);
  const most = Math.max(MAX_CUES, text.length / CHARACTERS_A_CUE);
  let cues = 0;
  // Cues may overlap, as `--pass` and `passw` do.
  for (let from = 0, next = cueFilter.next(text, 0); next !== null; next = cueFilter.next(text, from)) {
    const { cue, index } = next;
    cues += 1;
    const finding =
      cues > most ? restOfLine(text, index, examined.lineEndAfter(index)) : findAt(new Place(examined, index), cue);
    from = finding?.end ?? index + 1;
    if (finding === null) continue;
    if (finding.rule !== null) found.push(finding);
    examined.accept(finding);
  }
  return found;
}

function restOfLine(text: string, start: number, lineEnd: number): Finding {
  const end = markerEnd(text, start);
  return end < 0 ? { start, end: lineEnd, rule: 'too-dense' } : { start, end, rule: null };
}

function wholeMarker(text: string, start: number): Finding | null {
  const end = markerEnd(text, start);
  return end < 0 ? null : { start, end, rule: null };
}

function findAt(place: Place, cue: string): Finding | null {
  if (cue === MARKER_CUE) return wholeMarker(place.text, place.cueStart);
  for (const rule of byCue.get(cue) ?? []) {
    const finding = rule.find(place);
    if (finding !== null && finding.end > finding.start) return finding;
  }
  return null;
}
