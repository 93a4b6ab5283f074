/** Headers are a few hundred bytes: on the slowest line a sender has them through well before. Node's own default is 60 s. */
const HEADERS_MS = 10_000;
/** With its body; a batch of 20 MiB at 70 kB/s. Node's own default. */
const REQUEST_MS = 300_000;
/** Node looks for what is overdue so often; its default is 30 s. */
const LOOK_MS = 1000;
/** Above the 60 s after which common proxies drop an idle connection, so that never we are the first. */
const KEEP_ALIVE_MS = 65_000;
/** Connections that have not sent their first headers. */
const MAX_PENDING = 1000;
/** Not held against it, as many as they may be: senders that come back all at once have theirs through within. */
const PENDING_MS = 3000;

/** What `createServer` takes. */
export const SERVER_OPTIONS = {
  headersTimeout: HEADERS_MS,
  requestTimeout: REQUEST_MS,
  connectionsCheckingInterval: LOOK_MS,
  keepAliveTimeout: KEEP_ALIVE_MS,
};

/** Keeps those that open connections and send nothing, or a byte now and then, from piling up: the oldest go first. */
export function boundConnections(server) {
  const openedAt = new Map();
  server.on('connection', (socket) => {
    openedAt.set(socket, performance.now());
    socket.once('close', () => openedAt.delete(socket));
    if (openedAt.size <= MAX_PENDING) return;
    const [[oldest, at]] = openedAt;
    if (performance.now() - at > PENDING_MS) oldest.destroy();
  });
  server.prependListener('request', ({ socket }) => openedAt.delete(socket));
}
