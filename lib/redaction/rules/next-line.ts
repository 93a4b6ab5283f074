import { continuedValue, opensValue } from '../continuation';
import { markerEnd } from '../marker';
import type { Place } from '../place';
import type { Finding, Rule } from '../rule';

/** A keyword that ends its line, with the value in the next one. */
export const nextLineRule: Rule = {
  cues: ['passw', 'passp', 'secret', 'key', 'token', 'communit', 'psk'],
  find: findBelow,
};
const LINE_REST = /[^\n]{0,40}\n/y;

function findBelow({ text, wordStart, wordEnd, head }: Place): Finding | null {
  LINE_REST.lastIndex = wordEnd;
  if (!LINE_REST.test(text)) return null;
  const below = LINE_REST.lastIndex;
  const open = opensValue(head + text.slice(wordStart, below - 1));
  if (open === null) return null;
  const range = continuedValue(text, below, open);
  if (range === null) return null;
  const done = markerEnd(text, range.start);
  return { ...range, end: done < 0 ? range.end : done, rule: done < 0 ? open.rule : null };
}
