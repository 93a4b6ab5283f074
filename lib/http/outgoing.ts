import 'server-only';
import http from 'node:http';
import https from 'node:https';
import type { Duplex } from 'node:stream';

/** Largest answer, far above any document that is asked for; it is kept in memory as a whole. */
const MAX_BYTES = 1024 * 1024;
/** Time limit from opening the connection to the answer's last byte: somebody waits for it. */
const MAX_MS = 5000;

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** Whether requests may go there: by https, and in clear text to this machine alone. */
export function isOutgoingUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}

/**
 * For libraries that send requests themselves: connections to `url`'s kind of server, one a request, each ended when the
 * answer is too large or takes too long. Follows no redirects, as node:http does not. Throws for other kinds of address.
 */
export function outgoingAgent(url: string): http.Agent {
  if (!isOutgoingUrl(url)) throw new Error('the address is neither https nor on this machine');
  return url.startsWith('https:') ? new BoundedHttpsAgent() : new BoundedHttpAgent();
}

/** The JSON at `url`. Throws for every other answer, a redirect included, and when it goes beyond the bounds. */
export async function getOutgoingJson(url: string): Promise<unknown> {
  const agent = outgoingAgent(url);
  const { request } = url.startsWith('https:') ? https : http;
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    request(url, { agent, headers: { accept: 'application/json', 'accept-encoding': 'identity' } }, resolve)
      .on('error', reject)
      .end();
  });
  if (response.statusCode !== 200) {
    response.destroy();
    throw new Error(`the answer was ${response.statusCode}, expected 200`);
  }
  const parts: Buffer[] = [];
  for await (const part of response) parts.push(part as Buffer);
  return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
}

class BoundedHttpAgent extends http.Agent {
  override createConnection(...args: Parameters<http.Agent['createConnection']>) {
    return bound(super.createConnection(...args));
  }
}

class BoundedHttpsAgent extends https.Agent {
  override createConnection(...args: Parameters<https.Agent['createConnection']>) {
    return bound(super.createConnection(...args));
  }
}

function bound<S extends Duplex | null | undefined>(socket: S): S {
  if (!socket) return socket;
  let bytes = 0;
  const timer = setTimeout(() => socket.destroy(new Error(`the answer took over ${MAX_MS} ms`)), MAX_MS);
  socket.on('close', () => clearTimeout(timer));
  socket.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > MAX_BYTES) socket.destroy(new Error(`the answer was over ${MAX_BYTES} bytes`));
  });
  return socket;
}
