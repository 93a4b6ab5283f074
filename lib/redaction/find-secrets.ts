import { markerEnd } from './marker';
import { Examined, Place } from './place';
import type { Finding, Rule } from './rule';
import { RULES } from './rules/all-rules';

const MARKER_CUE = '[redacted:';
const byCue = groupByCue(RULES);
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Longer cues first, so that a cue is never hidden by its own beginning. */
const CUES = [...byCue.keys(), MARKER_CUE]
  .sort((a, b) => b.length - a.length)
  .map(escapeRegExp)
  .join('|');
const anyCue = new RegExp(CUES, 'i');

function groupByCue(rules: readonly Rule[]): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    for (const cue of rule.cues) groups.set(cue, [...(groups.get(cue) ?? []), rule]);
  }
  return groups;
}

/** The prefilter: false for nearly every ordinary line, and then no rule could find anything. */
export const mayHoldSecret = (text: string): boolean => anyCue.test(text);

/** The secrets of a text in order, none overlapping another. One pass over the cues, a fixed cost each. */
export function findSecrets(text: string): Finding[] {
  const found: Finding[] = [];
  const scan = new RegExp(CUES, 'gi');
  const examined = new Examined(text);
  let floor = 0;
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    const cue = match[0].toLowerCase();
    const finding =
      cue === MARKER_CUE ? wholeMarker(text, match.index) : findAt(new Place(examined, match.index, floor), cue);
    // Cues may overlap, as `--pass` and `passw` do.
    scan.lastIndex = finding?.end ?? match.index + 1;
    if (finding === null) continue;
    if (finding.rule !== null) found.push(finding);
    floor = finding.end;
  }
  return found;
}

function wholeMarker(text: string, start: number): Finding | null {
  const end = markerEnd(text, start);
  return end < 0 ? null : { start, end, rule: null };
}

function findAt(place: Place, cue: string): Finding | null {
  for (const rule of byCue.get(cue) ?? []) {
    const finding = rule.find(place);
    if (finding !== null && finding.end > finding.start) return finding;
  }
  return null;
}
