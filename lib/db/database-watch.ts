import 'server-only';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { openLook } from './database-look';
import { followConnections } from './silent-connections';

/** Time between two looks at a database that answers. */
const LOOK_INTERVAL_MS = 1000;
/** Time between two looks at one that does not answer. */
const RETRY_INTERVAL_MS = 100;

export type DatabaseWatch = {
  /** A socket for a connection that ends with the database's reachability; for pg's `stream`. */
  openSocket: () => Socket;
  /** From when it is open, the connection is ended and its session too once it falls silent. */
  follow: (client: ClientBase) => void;
  /** Looks now whether the database answers; waits for no connection of the pool. */
  isAnswered: () => Promise<boolean>;
  stop: () => void;
};

/**
 * Looks at the database all the time, since TCP tells of a network that swallows bytes only after minutes. When it does
 * not answer, every connection of this process is ended at once and new ones are refused until it does: what is under way
 * fails now, and nothing waits for a connection that can only time out. A single connection that has fallen silent is
 * ended alone. A slow statement is nothing the watch cares for.
 */
export function watchDatabase(url: string): DatabaseWatch {
  const sockets = new Set<Socket>();
  const { look, end, close } = openLook(url);
  const { follow, findSilent } = followConnections();
  let isAway = false;
  let isStopped = false;
  let looking: Promise<boolean> | null = null;

  const openSocket = () => {
    const socket = new Socket();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // pg listens for the error only after it has begun to connect.
    if (isAway) setImmediate(() => socket.destroy(awayError('ECONNREFUSED')));
    return socket;
  };
  const lookOnce = async (judge: boolean): Promise<boolean> => {
    const backends = await look();
    isAway = !backends;
    if (!backends && !isStopped) for (const socket of sockets) socket.destroy(awayError('ETIMEDOUT'));
    if (backends && judge) {
      const silent = findSilent(backends);
      for (const { socket } of silent) socket.destroy(awayError('ETIMEDOUT'));
      if (silent.length > 0) await end(silent.map(({ pid }) => pid)).catch(() => {}); // the next look tells why
    }
    return !isAway;
  };
  const isAnswered = (): Promise<boolean> => {
    looking ??= lookOnce(false).finally(() => (looking = null));
    return looking;
  };

  const run = async () => {
    while (!isStopped) {
      await looking;
      looking = lookOnce(true).finally(() => (looking = null));
      await looking;
      await delay(isAway ? RETRY_INTERVAL_MS : LOOK_INTERVAL_MS, undefined, { ref: false });
    }
  };
  void run();
  return {
    openSocket,
    follow,
    isAnswered,
    stop: () => {
      isStopped = true;
      close();
    },
  };
}

/** In the form of Node's own socket errors, which pg, Prisma and lib/db/to-app-error.ts know. */
const awayError = (code: 'ECONNREFUSED' | 'ETIMEDOUT') =>
  Object.assign(new Error(`the database does not answer (${code})`), { code, syscall: 'connect', errno: -1 });
