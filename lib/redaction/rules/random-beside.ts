import { markerEnd } from '../marker';
import type { Place } from '../place';
import { isDigestOrUuid, isRandomText } from '../random-text';
import type { Finding, Rule } from '../rule';
import { TOKEN_MAKERS } from '../token-makers';

/** How far behind the maker's name a token may begin. */
const REACH = 64;
const READ = 320;
const RUN = /(?<![\w./+%~-])[A-Za-z0-9](?:[\w.+/=~!%|-]*[\w=])?/g;
const SHORTEST = 16;
const SHORTEST_MIXED = 24;

/** What is named like this is no secret, however random it looks. */
const NO_SECRET_WORD =
  /(?:^|[_.\s-])(?:u?uid|g?uid|ids?|sha\d*|md5|crc\d*|checksum|digest|fingerprint|commit|revision|rev|hash|etag|request|req|trace|span|run|job|task|build|image|layer|blob|version|release|ref|branch|file|path|url|host|node|pod|container|session|tenant|account|user|project|org|name|public|pub|cache|partition|primary|foreign|idempotency|sort|row|object|next|page|continuation|cursor|serial|nonce|identifier|usage|type|count|size|length)$|[a-z0-9](?:Id|Uuid|Hash|Name|Type|Count)$/;
const SECRET_WORD = /key|token|secret|auth|pass|cred|bearer|crumb|license|dsn|hec/i;

/** Whether a text is random enough for a token of no known form: one long part, or small letters, capitals and digits mixed. */
function isTokenBody(run: string): boolean {
  if (run.length < SHORTEST || !isRandomText(run)) return false;
  if (run.split(/[^A-Za-z0-9]/).some((part) => part.length >= SHORTEST - 1)) return true;
  return run.length >= SHORTEST_MIXED && /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

function isSecretRun(run: string, before: string): boolean {
  const named = /([\w.-]*)[\s"'`:=>()\\[\],]*$/.exec(before.slice(-80))?.[1] ?? '';
  if (NO_SECRET_WORD.test(named)) return false;
  if (!isDigestOrUuid(run)) return isTokenBody(run);
  return SECRET_WORD.test(named);
}

/** Random text behind the name of a maker of tokens. */
const makerRule: Rule = { cues: TOKEN_MAKERS, find: findBesideMaker };

function findBesideMaker({ text, cueStart, wordStart, wordEnd, lineEnd }: Place): Finding | null {
  const from = Math.max(wordEnd, cueStart + 1);
  const line = text.slice(wordStart, Math.min(lineEnd, from + READ));
  RUN.lastIndex = from - wordStart;
  for (
    let match = RUN.exec(line);
    match !== null && match.index - (from - wordStart) <= REACH;
    match = RUN.exec(line)
  ) {
    const start = wordStart + match.index;
    if (markerEnd(text, start - 1) >= 0) return null;
    const isBesideName = /^[\s"'`:=>\\]*$/.test(line.slice(from - wordStart, match.index));
    const isSecret = isSecretRun(match[0], line.slice(0, match.index));
    if (
      isSecret ||
      (isBesideName && isDigestOrUuid(match[0]) && !NO_SECRET_WORD.test(line.slice(0, from - wordStart)))
    ) {
      return { start, end: runEnd(text, start, match[0].length), rule: 'token' };
    }
  }
  return null;
}

const REST = /[\w.+/=~!%|-]*/y;

/** The window may have cut the run. */
function runEnd(text: string, start: number, length: number): number {
  REST.lastIndex = start + length;
  if (start + length < text.length) REST.test(text);
  const end = Math.max(start + length, REST.lastIndex);
  return /[.,]$/.test(text.slice(start, end)) ? end - 1 : end;
}

/** `NAME_KEY_LIVE = VALUE`: a name with a word of secrets in it, and random text as its value. */
const namedRule: Rule = {
  cues: ['key', 'token', 'secret', 'crumb', 'bearer', 'credential'],
  find: findNamed,
};
const SIGN =
  /(?:[ \t]\d{1,2})?(?:\\{0,15}["'`])?\]?[ \t]{0,8}(?:=>|:=|[:=])[ \t]{0,8}(?:\\{0,15}["'`])?(?=([A-Za-z0-9][\w+/=~-]{15,300}))/y;
const BARE = /^keys?$/i;

function findNamed({ text, word, head, wordEnd }: Place): Finding | null {
  SIGN.lastIndex = wordEnd;
  const value = SIGN.exec(text)?.[1];
  if (value === undefined) return null;
  const start = SIGN.lastIndex;
  const named = BARE.test(word) ? `${/(\w+)[ \t]$/.exec(head.slice(-40))?.[1] ?? ''} ${word}` : word;
  if (NO_SECRET_WORD.test(named.toLowerCase()) || HARMLESS_NAME.test(named)) return null;
  if (value.startsWith('AAAA') || !isTokenBody(value)) return null;
  if (BARE.test(word) && isDigestOrUuid(value)) return null;
  return { start, end: start + value.length, rule: 'key' };
}
const HARMLESS_NAME =
  /(?:public|pub|cache|partition|primary|foreign|idempotency|sort|row|object|next|page|continuation|cursor|host|routing|message|kafka|redis|s3|dedup\w*)[ _-]?(?:key|token)s?|key_?id|keyid|token_?type/i;

export const randomBesideRules: readonly Rule[] = [makerRule, namedRule];
