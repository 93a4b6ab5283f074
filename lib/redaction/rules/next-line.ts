import { continuedValue, opensValue } from '../continuation';
import { markerEnd } from '../marker';
import type { Place } from '../place';
import type { Finding, Rule } from '../rule';

/** A keyword that ends its line, with the value in the next one. */
export const nextLineRule: Rule = {
  cues: ['passw', 'passp', 'secret', 'key', 'token', 'communit', 'psk'],
  find: findBelow,
};
/** More than this between keyword and line end is no keyword's own. */
const REST_LIMIT = 40;
/** What stands between would be jumped over; the later cue finds the next line as well. */
const OTHER_CUE = /passw|passp|secret|key|token|communit|psk|:\/\//i;

function findBelow(place: Place): Finding | null {
  const { text, wordEnd, lineEnd } = place;
  if (lineEnd === text.length || lineEnd - wordEnd > REST_LIMIT) return null;
  if (OTHER_CUE.test(text.slice(wordEnd, lineEnd))) return null;
  const below = lineEnd + 1;
  const open = opensValue(place.head + text.slice(place.wordStart, lineEnd));
  if (open === null) return null;
  const range = continuedValue(text, below, open);
  if (range === null) return null;
  const done = markerEnd(text, range.start);
  return { ...range, end: done < 0 ? range.end : done, rule: done < 0 ? open.rule : null };
}
