import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import next from 'next';
import nextEnv from '@next/env';
import { explainListenError } from './assert-port-free.mjs';
import { boundConnections, SERVER_OPTIONS } from './bound-connections.mjs';
import { fail } from './fail.mjs';

/** Next's .env files, which it would read itself, but only after the port and the settings are needed. */
export function loadEnvironment(root) {
  nextEnv.loadEnvConfig(root, false);
}

/**
 * Next as a library instead of `next start`: no signal handlers of its own, which wait for ever for open streams, and
 * the HTTP server in our hands, to close it in order (lib/boot/shutdown.ts). Requests wait until the boot is done.
 */
export async function serve(root, port) {
  let resolveHandler;
  const handler = new Promise((resolve) => (resolveHandler = resolve));
  const ways = { handler, door: whenDoorOpens() };
  const server = createServer(SERVER_OPTIONS, (request, response) => void answer(ways, request, response));
  boundConnections(server);
  server.on('error', (error) => fail(explainListenError(error, port) ?? error.message));
  await new Promise((resolve) => server.listen(port, resolve));
  registerStop('the HTTP server', () => new Promise((resolve) => server.close(resolve)));
  // Next would listen for `upgrade` on the server itself and leave such requests without an answer. Java's HTTP client
  // offers HTTP/2 that way with each first request: without a listener Node hands it on like any other.
  const httpServer = new EventEmitter();
  const app = next({ dev: false, dir: root, port, hostname: 'localhost', httpServer });
  await app.prepare();
  resolveHandler(app.getRequestHandler());
}

/** The registry of lib/boot/shutdown.ts, which a script without a build step cannot import. */
function registerStop(name, stop) {
  const key = Symbol.for('netraven.shutdown'); // lib/process-state.ts
  globalThis[key] ??= { isShuttingDown: false, stops: new Map() };
  globalThis[key].stops.set(name, stop);
}

/** Resolves with the door of lib/boot/register-door.ts, which is there when the boot is done: somewhat after Next is. */
function whenDoorOpens() {
  return new Promise((resolve) => (globalThis.netravenOpenDoor = resolve));
}

async function answer(ways, request, response) {
  try {
    const door = await ways.door;
    const answered = door(request, response);
    if (answered) return await answered;
    const handle = await ways.handler;
    await handle(request, response);
  } catch (error) {
    // Where, and not the text: it may quote the request, and nothing redacts it here.
    console.error(
      `[error] a request failed: ${error?.name}`,
      String(error?.stack).split('\n    at ').slice(1, 6).join(' < '),
    );
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}
