import type { IncomingMessage } from 'node:http';

/** What a handler of bodies needs of a request: a web `Request` is one, and so is one of Node's own. */
export type IncomingRequest = {
  /** Whole or from the path on. */
  url: string;
  headers: { get(name: string): string | null };
  body: AsyncIterable<Uint8Array> | null;
};

/** Names are looked up in lower case. A body that is not read to its end leaves the connection open for the answer. */
export function fromNodeRequest(message: IncomingMessage): IncomingRequest {
  return {
    url: message.url ?? '/',
    headers: { get: (name) => headerOf(message, name) },
    body: { [Symbol.asyncIterator]: () => message.iterator({ destroyOnReturn: false }) },
  };
}

export function headerOf({ headers }: IncomingMessage, name: string): string | null {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : (value ?? null);
}
