import { buildCueFilter } from './grammar/cue-filter';
import { MARKER_CUE, markerEnd } from './grammar/marker';
import { OPENING_CUES } from './opening-cues';
import { Examined, CueSite } from './grammar/cue-site';
import type { Finding } from './grammar/finding';
import { narrowBlanks } from './grammar/narrow-blanks';
import { forgetWord } from './grammar/read-value';
import type { Rule } from './grammar/rule';
import { RULES } from './rules/all-rules';
import { hasLogin } from './logins';
import { needsView } from './text-view';

const byCue = groupByCue(RULES);
/** Every rule's cues, those of what goes on in the next line, and a marker's beginning. */
export const CUE_WORDS: readonly string[] = [...new Set([...byCue.keys(), ...OPENING_CUES, MARKER_CUE])];
const cueFilter = buildCueFilter(CUE_WORDS);

/** At a cue, every shorter cue that is its prefix stands as well. */
function groupByCue(rules: readonly Rule[]): Map<string, Rule[]> {
  const cues = new Set(rules.flatMap((rule) => rule.cues));
  const rulesOf = (cue: string): Rule[] => rules.filter((rule) => rule.cues.some((own) => cue.startsWith(own)));
  return new Map([...cues].map((cue) => [cue, rulesOf(cue)]));
}

/** The prefilter: false for nearly every ordinary line, and then nothing could be found; a cue may be encoded. */
export const mayHoldSecret = (text: string): boolean => cueFilter.isIn(text) || needsView(text) || hasLogin(text);

/**
 * Beyond the first 1,500 cues, a text with more than one cue in 96 characters is hostile: the line is removed unread
 * from the surplus cue on, and so are the following lines while each has a further cue.
 */
const FREE_CUES = 1_500;
const CHARACTERS_A_CUE = 96;
const TOO_DENSE = 'too-dense';

/** The secrets of a text in order, none overlapping another. */
export function findSecrets(text: string): Finding[] {
  const narrow = narrowBlanks(text);
  if (narrow === null) return findAtCues(text);
  return findAtCues(narrow.text).map((finding) => ({ ...finding, ...narrow.toSource(finding) }));
}

/** One pass over the cues, a bounded cost each. */
function findAtCues(text: string): Finding[] {
  const found: Finding[] = [];
  const examined = new Examined(text);
  forgetWord();
  let cues = 0;
  // Cues may overlap, as `--pass` and `passw` do.
  for (let from = 0, next = cueFilter.next(text, 0); next !== null; next = cueFilter.next(text, from)) {
    const { cue, index } = next;
    cues += 1;
    const isDense = cues > FREE_CUES + examined.lengthUpTo(index) / CHARACTERS_A_CUE;
    const last = found.at(-1);
    if (isDense && last?.rule === TOO_DENSE && index <= examined.lineEndAfter(last.end + 1)) {
      from = last.end = examined.extend(examined.lineEndAfter(index));
      continue;
    }
    const finding = isDense ? restOfLine(examined, index) : findAt(new CueSite(examined, index), cue);
    from = finding?.end ?? index + 1;
    if (finding === null) continue;
    if (finding.rule !== null) found.push(finding);
    examined.accept(finding);
  }
  return found;
}

function restOfLine(examined: Examined, start: number): Finding {
  const end = markerEnd(examined.text, start);
  if (end >= 0) return { start, end, rule: null };
  return { start, end: examined.lineEndAfter(start), rule: TOO_DENSE };
}

function wholeMarker(text: string, start: number): Finding | null {
  const end = markerEnd(text, start);
  return end < 0 ? null : { start, end, rule: null };
}

function findAt(site: CueSite, cue: string): Finding | null {
  if (cue === MARKER_CUE) return wholeMarker(site.text, site.cueStart);
  for (const rule of byCue.get(cue) ?? []) {
    const finding = rule.find(site);
    if (finding !== null && finding.end > finding.start) return finding;
  }
  return null;
}
