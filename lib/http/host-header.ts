/** A name or address with perhaps a port (RFC 3986, 3.2.2 and 3.2.3), no name of a person in front. */
const HOST = /^(?:[\w.~!$&'()*+,;=%-]*|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** The last valid header: a sender repeats it in each request. */
let lastGood = '';

/**
 * False where a request says two hosts, or one that is none (RFC 9112, 3.2: to be answered 400): a proxy in front may have gone by one
 * of them, and what builds an address of the other would lead elsewhere. `rawHeaders` as Node has them: name, value, name …
 */
export function hasPlainHost(rawHeaders: readonly string[]): boolean {
  let host: string | null = null;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length !== 4 || name.toLowerCase() !== 'host') continue;
    if (host !== null) return false;
    host = rawHeaders[at + 1] ?? '';
  }
  if (host === null || host === lastGood) return true;
  if (!HOST.test(host)) return false;
  lastGood = host;
  return true;
}
