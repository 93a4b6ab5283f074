import { holdsMarker } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import { isPath, isWhereOrWhen } from '../grammar/plain-value';
import { isDenselyRandom, isDigestOrUuid, isRandomText } from '../grammar/random-text';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { normaliseName } from '../grammar/secret-name';
import { TOKEN_MAKERS } from '../grammar/token-makers';

/** How far behind the maker's name a token may begin. */
const REACH = 64;
const SHORTEST = 16;
const SHORTEST_MIXED = 24;
/** Where one may begin; and the whole of it, as much as is judged. */
const RUN_START = /(?<![\w./+%~-])[A-Za-z0-9][\w.+/=~!%|-]{15}/g;
const RUN = /[\w.+/=~!%|-]{1,300}/y;
const REST_OF_RUN = /[\w+/=~!%|-]*(?:\.[\w+/=~!%|-]+)*/y;

/** Values with these names are no secrets, however random they look. */
const NO_SECRET_WORD =
  /(?:^|[_.\s-])(?:u?uid|g?uid|ids?|sha\d*|md5|crc\d*|checksum|digest|fingerprint|commit|revision|rev|hash|etag|request|req|trace|span|run|job|task|build|image|layer|blob|version|release|ref|branch|file|path|url|host|node|pod|container|session|tenant|account|user|project|org|name|public|pub|cache|partition|primary|foreign|idempotency|sort|row|object|next|page|continuation|cursor|serial|nonce|identifier|usage|type|count|size|length)$|[a-z0-9](?:Id|Uuid|Hash|Name|Type|Count)$/;
const SECRET_WORD = /key|token|secret|auth|pass|cred|bearer|crumb|license|dsn|hec/i;

/** Whether a text is random enough for a token of no known form: one long part, or small letters, capitals and digits mixed. */
function isTokenBody(run: string): boolean {
  if (run.length < SHORTEST || !isRandomText(run)) return false;
  if (run.split(/[^A-Za-z0-9]/).some((part) => part.length >= SHORTEST - 1)) return true;
  return run.length >= SHORTEST_MIXED && /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run);
}

/** `before` is the line from the maker's name to the run. */
function isSecretRun(run: string, before: string, maker: string): boolean {
  const body = run.replace(/[.,!]+$/, '');
  const isDigest = isDigestOrUuid(body);
  if (!isDigest && !isTokenBody(body)) return false;
  const named = /([\w.-]*)[\s"'`:=>()\\[\],]*$/.exec(before.slice(-REACH))?.[1] ?? '';
  if (NO_SECRET_WORD.test(named)) return false;
  return !isDigest || SECRET_WORD.test(named) || /^[\s"'`:=>\\]*$/.test(before.slice(maker.length));
}

/** Random text behind the name of a maker of tokens. */
const makerRule: Rule = { cues: TOKEN_MAKERS, find: findBesideMaker };

function findBesideMaker({ text, cueStart, wordStart, wordEnd, lineEnd }: CueSite): Finding | null {
  const from = Math.max(wordEnd, cueStart + 1);
  const window = text.slice(wordStart, Math.min(lineEnd, from + REACH + SHORTEST));
  RUN_START.lastIndex = from - wordStart;
  for (let match = RUN_START.exec(window); match !== null; match = RUN_START.exec(window)) {
    if (holdsMarker(window.slice(0, match.index))) return null;
    const start = wordStart + match.index;
    RUN.lastIndex = start;
    const run = RUN.exec(text)?.[0] ?? '';
    if (isSecretRun(run, window.slice(0, match.index), window.slice(0, from - wordStart))) {
      REST_OF_RUN.lastIndex = start;
      REST_OF_RUN.test(text);
      return { start, end: REST_OF_RUN.lastIndex, rule: 'token' };
    }
    RUN_START.lastIndex = match.index + run.length;
  }
  return null;
}

/** A header of a maker's own behind an option of curl: `-H "X-Mailer-Auth: VALUE"`. */
const headerRule: Rule = {
  cues: ["-h 'x-", '-h "x-', "header 'x-", 'header "x-', "header='x-", 'header="x-'],
  find: findHeader,
};
const HEADER = /(?:-H|header)[ =]["']X-[\w-]{1,40}:[ \t]{0,4}(?=([\w+/=.~%:-]{12,300}))/iy;

function findHeader({ text, cueStart }: CueSite): Finding | null {
  HEADER.lastIndex = cueStart;
  const [lead, value] = HEADER.exec(text) ?? [];
  if (lead === undefined || value === undefined || holdsMarker(value) || !isRandomText(value)) return null;
  if (/(?:-id|trace|version|agent|host|for|proto|date|etag|hash|digest|checksum):[ \t]*$/i.test(lead)) return null;
  const start = HEADER.lastIndex;
  return { start, end: start + value.length, rule: 'token' };
}

/** `NAME_KEY_LIVE = VALUE`, `write key VALUE`: a name with a word of secrets in it, and random text behind it. */
const namedRule: Rule = {
  cues: ['key', 'token', 'secret', '_pass', 'crumb', 'bearer', 'credential'],
  find: findNamed,
};
const SIGN =
  /(?:[ \t]\d{1,2}(?=[ \t]?:))?(?:\\{0,15}["'`])?\]?[ \t]{0,8}(=>|:=|[:=]|[ \t])[ \t]{0,8}(?:\\{0,15}["'`])?(?=([A-Za-z0-9+/][\w+/=~-]{9,300}))/y;
const HAS_SECRET_WORD =
  /(?:^|_)(?:\w*(?<!mon|tur|hoc|don|whis|joc)key|\w*token|\w*secret|pass|crumb|bearer|credential)s?(?:_|$)/;
const BARE = /^keys?$/i;
const HARMLESS_NAME =
  /(?:public|pub|cache|partition|primary|foreign|idempotency|sort|row|object|next|page|continuation|cursor|host|routing|message|kafka|redis|s3|dedup\w*)[ _-]?(?:key|token)s?|key_?id|keyid|token_?type/i;

function findNamed({ text, word, head, wordEnd }: CueSite): Finding | null {
  SIGN.lastIndex = wordEnd;
  const [, sign, value] = SIGN.exec(text) ?? [];
  if (sign === undefined || value === undefined) return null;
  if (!isTokenBody(value) && !(/[:=]/.test(sign) && isDenselyRandom(value))) return null;
  if (!HAS_SECRET_WORD.test(normaliseName(word))) return null;
  const start = SIGN.lastIndex;
  const named = BARE.test(word) ? `${/(\w+)[ \t]$/.exec(head.slice(-40))?.[1] ?? ''} ${word}` : word;
  if (NO_SECRET_WORD.test(named) || HARMLESS_NAME.test(named)) return null;
  if (value.startsWith('AAAA') || isPath(value) || isWhereOrWhen(value)) return null;
  const isDigest = isDigestOrUuid(value);
  if (isDigest && (BARE.test(word) || (/[ \t]/.test(sign) && /key$/i.test(word)))) return null;
  return { start, end: start + value.length, rule: 'key' };
}

export const randomBesideRules: readonly Rule[] = [headerRule, makerRule, namedRule];
