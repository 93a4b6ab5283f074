import { findSecrets, mayHoldSecret } from './find-secrets';
import { holdsMarker } from './grammar/marker';
import type { OpenSecret } from './grammar/open-secret';
import { isPlainValue } from './grammar/plain-value';
import type { Finding } from './grammar/finding';
import { isBroken, opensWord, restOfValue } from './wrapped';

/**
 * Appended to a value that is cut off at a line's end, to make it long enough to be recognised; a value of letters only
 * stays a word.
 */
const REST = 'aB3xK9mQ2wE7rT5yU1iOaB3xK9mQ2wE7rT5yU1iO';
const WORD_REST = 'wxyzq';
const WORD_END = /(?:^|[\s"'])[a-z]{1,12}$/;

export type BrokenReading = { found: Finding[]; open: readonly OpenSecret[] };

const NOTHING: BrokenReading = { found: [], open: [] };

/**
 * Secrets that a terminal broke at its width: the first part, the rest in the next line, or what the next text has to
 * be searched for. A line that holds a marker has another width than it was written with.
 */
export function findBroken(text: string): BrokenReading {
  const found: Finding[] = [];
  let open: OpenSecret | null = null;
  for (let start = 0, end = 0; end < text.length; start = end + 1) {
    const next = text.indexOf('\n', start);
    end = next < 0 ? text.length : next;
    if (!isBroken(end - start)) continue;
    const line = text.slice(start, end);
    const secret = secretAtEnd(line);
    if (secret === null) {
      if (end === text.length) open = opensWord(line);
      continue;
    }
    if (!isPlainValue(line.slice(secret.start))) found.push({ ...secret, start: start + secret.start, end });
    if (end === text.length) open = { kind: 'rest', rule: secret.rule, strays: 0 };
    else found.push(...restBelow(text, end + 1, secret.rule));
  }
  if (found.length === 0 && open === null) return NOTHING;
  return { found, open: open === null ? [] : [open] };
}

function secretAtEnd(line: string): { start: number; rule: string } | null {
  if (holdsMarker(line) || !mayHoldSecret(line)) return null;
  const last = findSecrets(line + (WORD_END.test(line) ? WORD_REST : REST)).at(-1);
  if (last === undefined || last.rule === null || last.end <= line.length || last.start > line.length) return null;
  return { start: last.start, rule: last.rule };
}

function restBelow(text: string, start: number, rule: string): Finding[] {
  const next = text.indexOf('\n', start);
  const rest = restOfValue(text.slice(start, next < 0 ? text.length : next));
  return rest === null ? [] : [{ start: start + rest.start, end: start + rest.end, rule }];
}
