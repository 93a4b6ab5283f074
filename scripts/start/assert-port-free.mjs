import { createServer } from 'node:net';
import { fail } from './fail.mjs';

/** What a failed listen means; `undefined` for a fault that is not the port's. */
export function explainListenError(error, port) {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken: stop what listens there, or set PORT to another`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this user: set PORT to one above 1023`;
  return undefined;
}

/** Listens on all addresses for a moment, as the server will: the answer comes before a minute's build, not after it. */
export async function assertPortFree(port) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, () => server.close(resolve));
  }).catch((error) => fail(explainListenError(error, port) ?? error.message));
}
