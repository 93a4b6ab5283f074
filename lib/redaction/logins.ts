import { looksSecret } from './grammar/plain-value';
import type { Finding } from './grammar/finding';

const AT = 64;
const COLON = 58;
/** Longest user or value. */
const LONGEST = 64;
const isUserCode = (code: number): boolean =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  code === 95 ||
  code === 45 ||
  code === 46;
/** White space, quotes, brackets, slashes and signs that no value of a login has. */
const ENDS_VALUE = new Set([...' \t\r\n"\'`/\\<>()[]{},;:@'].map((char) => char.charCodeAt(0)));

/** What stands before a colon and an address of mail: labels and schemes. */
const LABEL =
  /^(?:mailto|sips?|xmpp|tel|acct|ssh|git|https?|s?ftp|to|from|cc|bcc|e-?mail|mail|user(?:name)?|login|account|contact|owner|author|sender|recipient|by|reply-to|id|name|uid|principal|upn)$/i;
const HOST = /[\w-]/;

/** `user:VALUE@host` amid a text, as people type it after `ssh` or name a proxy; behind a scheme it is a URL's. */
export function findLogins(text: string): Finding[] {
  const found: Finding[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const start = valueStart(text, at);
    if (start >= 0 && HOST.test(text[at + 1] ?? '')) found.push({ start, end: at, rule: 'url-credentials' });
  }
  return found;
}

/** Whether `findLogins` finds something: most texts with an `@` hold an address of mail or a prompt. */
export function hasLogin(text: string): boolean {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    if (isLogin(text, at)) return true;
  }
  return false;
}

const isLogin = (text: string, at: number): boolean => valueStart(text, at) >= 0 && HOST.test(text[at + 1] ?? '');

/** Start of the value that ends at `at`; -1 when there is none with a user before it. */
function valueStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST && !ENDS_VALUE.has(text.charCodeAt(start - 1))) start -= 1;
  if (text.charCodeAt(start - 1) !== COLON || !looksSecret(text.slice(start, at))) return -1;
  let user = start - 1;
  while (user > 0 && start - user < LONGEST && isUserCode(text.charCodeAt(user - 1))) user -= 1;
  const before = text.charCodeAt(user - 1);
  if (before === AT || before === COLON) return -1;
  return LABEL.test(text.slice(user, start - 1)) ? -1 : start;
}
