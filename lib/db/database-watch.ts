import 'server-only';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';

/** Between two looks at a database that answers. */
const LOOK_INTERVAL_MS = 1000;
/** Between two looks at one that does not. */
const RETRY_INTERVAL_MS = 100;
/**
 * A database that does not answer `SELECT 1` for so long, on a connection that does nothing else, is away. With the
 * interval before it, a request in flight fails at most 3 s after a cut, however silently the cut came.
 */
const ANSWER_LIMIT_MS = 2000;

export type DatabaseWatch = {
  /** A socket for a connection that ends with the database's reachability; for pg's `stream`. */
  openSocket: () => Socket;
  stop: () => void;
};

/**
 * Looks at the database all the time, since TCP tells of a network that swallows bytes only after minutes. When it does
 * not answer, every connection of this process is ended at once and new ones are refused until it does: what is under way
 * fails now, and nothing waits for a connection that can only time out. A slow statement is nothing the watch cares for.
 */
export function watchDatabase(url: string): DatabaseWatch {
  const sockets = new Set<Socket>();
  const look = openLook(url);
  let isAway = false;
  let isStopped = false;

  const openSocket = () => {
    const socket = new Socket();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Only after pg has begun to connect does anybody listen for the error.
    if (isAway) setImmediate(() => socket.destroy(awayError('ECONNREFUSED')));
    return socket;
  };

  const run = async () => {
    while (!isStopped) {
      const answers = await look.isAnswered();
      if (!answers && !isStopped) for (const socket of sockets) socket.destroy(awayError('ETIMEDOUT'));
      isAway = !answers;
      await delay(answers ? LOOK_INTERVAL_MS : RETRY_INTERVAL_MS, undefined, { ref: false });
    }
  };
  void run();
  return {
    openSocket,
    stop: () => {
      isStopped = true;
      look.close();
    },
  };
}

/** In the form of Node's own socket errors, which pg, Prisma and lib/http/problem.ts know. */
const awayError = (code: 'ECONNREFUSED' | 'ETIMEDOUT') =>
  Object.assign(new Error(`the database does not answer (${code})`), { code, syscall: 'connect', errno: -1 });

type Look = { isAnswered: () => Promise<boolean>; close: () => void };

/** The connection of the watch itself, kept while it works. */
function openLook(url: string): Look {
  let client: Client | null = null;
  let socket: Socket | null = null;

  const close = () => {
    client = null;
    socket?.destroy();
  };
  const connect = async () => {
    const next = new Client({
      connectionString: url,
      stream: () => (socket = new Socket().unref()),
      application_name: 'netraven watch',
    });
    next.on('error', () => {}); // the query under way, or the next, fails with it
    await next.connect();
    return next;
  };
  /** A connection that broke, rather than fell silent, may be the only one: a new one decides. */
  const ask = async (turn: { isOver: boolean }): Promise<boolean> => {
    const isFresh = client === null;
    try {
      client ??= await connect();
      await client.query('SELECT 1');
      return true;
    } catch (error) {
      close();
      // 53300, too many connections: it answers, and those that are open work.
      if (error instanceof DatabaseError && error.code === '53300') return true;
      return isFresh || turn.isOver ? false : ask(turn);
    }
  };
  const isAnswered = async () => {
    const turn = { isOver: false };
    const isInTime = await withinLimit(ask(turn));
    turn.isOver = true;
    if (!isInTime) close();
    return isInTime;
  };
  return { isAnswered, close };
}

/** False when `answer` takes too long. A busy event loop is no silence: what has arrived meanwhile is read first. */
async function withinLimit(answer: Promise<boolean>): Promise<boolean> {
  const timer = new AbortController();
  const limit = delay(ANSWER_LIMIT_MS, undefined, { ref: false, signal: timer.signal })
    .then(() => new Promise<boolean>((resolve) => setImmediate(() => setImmediate(() => resolve(false)))))
    .catch(() => false);
  const isInTime = await Promise.race([answer, limit]);
  timer.abort();
  return isInTime;
}
