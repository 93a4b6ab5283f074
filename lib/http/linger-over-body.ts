import type { IncomingMessage, ServerResponse } from 'node:http';

/** Limits of a body that its sender goes on sending after an answer that ends the connection. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_MS = 30_000;

/**
 * Makes the answer's end wait for the end of the request's body, on a connection that is closed behind it: what still comes is read and
 * thrown away, within bounds. Closed with bytes unread, the system resets the connection, and the sender never sees the answer, a
 * refusal mostly (RFC 9112, 9.6). All of the answer but its end is sent at once.
 */
export function lingerOverBody(message: IncomingMessage, response: ServerResponse): void {
  if (response.shouldKeepAlive) return;
  const end = response.end.bind(response) as (...rest: unknown[]) => ServerResponse;
  response.end = (...rest: unknown[]): ServerResponse => {
    response.end = end;
    if (message.complete || message.destroyed) return end(...rest);
    const [chunk] = rest;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) response.write(chunk);
    else response.flushHeaders();
    void drain(message).then(() => end(...rest.filter((one) => typeof one === 'function')));
    return response;
  };
}

function drain(message: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const giveUp = () => message.destroy();
    const timer = setTimeout(giveUp, MAX_MS).unref();
    let size = 0;
    message
      .removeAllListeners('data')
      .on('data', (part: Buffer) => {
        size += part.length;
        if (size > MAX_BYTES) giveUp();
      })
      .on('end', resolve)
      .on('close', resolve)
      .resume();
    void message.once('close', () => clearTimeout(timer));
  });
}
