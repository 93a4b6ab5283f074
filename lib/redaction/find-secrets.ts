import { buildCueFilter } from './cue-filter';
import { markerEnd } from './marker';
import { Examined, Place } from './place';
import type { Finding, Rule } from './rule';
import { RULES } from './rules/all-rules';

const MARKER_CUE = '[redacted:';
const byCue = groupByCue(RULES);
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Every rule's cues, and a marker's beginning. */
export const CUE_WORDS: readonly string[] = [...byCue.keys(), MARKER_CUE];
/** The source of a pattern that finds every rule's cues; longer ones first, so that none is hidden by its own beginning. */
export const TEXT_CUES = [...CUE_WORDS]
  .sort((a, b) => b.length - a.length)
  .map(escapeRegExp)
  .join('|');
const scan = new RegExp(TEXT_CUES, 'gi');

/** Where a cue stands, every shorter one that it begins with stands too. */
function groupByCue(rules: readonly Rule[]): Map<string, Rule[]> {
  const cues = new Set(rules.flatMap((rule) => rule.cues));
  const rulesOf = (cue: string): Rule[] => rules.filter((rule) => rule.cues.some((own) => cue.startsWith(own)));
  return new Map([...cues].map((cue) => [cue, rulesOf(cue)]));
}

/** The prefilter: false for nearly every ordinary line, and then no rule could find anything. */
export const mayHoldSecret = buildCueFilter(CUE_WORDS, new RegExp(TEXT_CUES, 'i'));

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
  scan.lastIndex = 0;
  for (let match = scan.exec(text); match !== null; match = scan.exec(text)) {
    cues += 1;
    const finding =
      cues > most
        ? restOfLine(text, match.index, examined.lineEndAfter(match.index))
        : findAt(new Place(examined, match.index), match[0].toLowerCase());
    // Cues may overlap, as `--pass` and `passw` do.
    scan.lastIndex = finding?.end ?? match.index + 1;
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
