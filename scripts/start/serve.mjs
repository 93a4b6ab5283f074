import { createServer } from 'node:http';
import next from 'next';
import nextEnv from '@next/env';
import { explainListenError } from './assert-port-free.mjs';
import { fail } from './fail.mjs';
import { findDirectRoute } from './find-direct-route.mjs';

/** Above the 60 s after which common proxies drop an idle connection, so that never we are the first. */
const KEEP_ALIVE_MS = 65_000;

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
  const server = createServer((request, response) => void answer(handler, request, response));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.on('error', (error) => fail(explainListenError(error, port) ?? error.message));
  await new Promise((resolve) => server.listen(port, resolve));
  registerStop('the HTTP server', () => new Promise((resolve) => server.close(resolve)));
  const app = next({ dev: false, dir: root, port, hostname: 'localhost' });
  await app.prepare();
  resolveHandler(app.getRequestHandler());
}

/** The registry of lib/boot/shutdown.ts, which a script without a build step cannot import. */
function registerStop(name, stop) {
  globalThis.netravenShutdown ??= { isShuttingDown: false, stops: new Map() };
  globalThis.netravenShutdown.stops.set(name, stop);
}

async function answer(handler, request, response) {
  try {
    const route = findDirectRoute(request) ?? (await handler);
    await route(request, response);
  } catch (error) {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  }
}
