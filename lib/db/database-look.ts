import 'server-only';
import { Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, DatabaseError } from 'pg';
import type { Backends } from './silent-connections';

/**
 * A database that does not answer a look within this time counts as away. With the interval before it, a request in
 * flight fails at most 3 s after a cut, however silently the cut came.
 */
const ANSWER_LIMIT_MS = 2000;
/** The kept connection may itself be the only one that fell silent: then a new one is asked beside it. */
const KEPT_LIMIT_MS = 1000;

/** A waiting backend is idle, or is reading from or writing to its client. Sessions of other roles are not visible. */
const BACKENDS = `
  SELECT pid, coalesce(wait_event_type = 'Client', false) AS "isWaiting"
  FROM pg_stat_activity WHERE usename = current_user AND backend_type = 'client backend'`;

type Line = { client: Client; socket: Socket };

export type DatabaseLook = {
  /** The sessions of our role; null when the database does not answer in time. */
  look: () => Promise<Backends | null>;
  /** Ends sessions whose connection has fallen silent: they would keep their locks, and their connections to the server. */
  end: (pids: number[]) => Promise<void>;
  close: () => void;
};

/** The connections of the watch itself: one that is kept while it works. */
export function openLook(url: string): DatabaseLook {
  let kept: Line | null = null;
  const lines = new Set<Line>();

  const giveUp = (line: Line | null) => {
    if (!line) return;
    if (kept === line) kept = null;
    lines.delete(line);
    line.socket.destroy();
  };
  const ask = async (line: Line): Promise<Backends> => {
    try {
      const { rows } = await line.client.query<{ pid: number; isWaiting: boolean }>(BACKENDS);
      return new Map(rows.map(({ pid, isWaiting }) => [pid, { isWaiting }]));
    } catch (error) {
      giveUp(line);
      throw error;
    }
  };
  const askAnew = async (): Promise<Backends> => {
    const line = openLine(url);
    lines.add(line);
    try {
      await line.client.connect();
    } catch (error) {
      giveUp(line);
      // 53300, too many connections: the database answers, and open connections work.
      if (error instanceof DatabaseError && error.code === '53300') return new Map();
      throw error;
    }
    const backends = await ask(line);
    giveUp(kept);
    kept = line;
    return backends;
  };
  const look = async (): Promise<Backends | null> => {
    const turn = new AbortController();
    const first = kept ? ask(kept) : null;
    const second = isNeedless(first, turn.signal).then((needless) => {
      if (needless) throw new Error('the kept connection has answered');
      return askAnew();
    });
    const answer = await Promise.race([
      Promise.any(first ? [first, second] : [second]).catch(() => null),
      afterLimit(turn.signal),
    ]);
    turn.abort();
    for (const line of lines) if (line !== kept || !answer) giveUp(line);
    return answer;
  };
  const end = async (pids: number[]) => {
    if (kept) await kept.client.query('SELECT pg_terminate_backend(pid) FROM unnest($1::int[]) AS pid', [pids]);
  };
  const close = () => {
    for (const line of lines) giveUp(line);
  };
  return { look, end, close };
}

function openLine(url: string): Line {
  const socket = new Socket().unref();
  const client = new Client({ connectionString: url, stream: () => socket, application_name: 'netraven watch' });
  client.on('error', () => {}); // the query under way, or the next, fails with it
  return { client, socket };
}

/** Resolves with true once the kept connection answers, with false when it is broken or slow. */
async function isNeedless(first: Promise<Backends> | null, signal: AbortSignal): Promise<boolean> {
  if (!first) return false;
  const hasAnswered = first.then(
    () => true,
    () => false,
  );
  const isSlow = delay(KEPT_LIMIT_MS, false, { ref: false, signal }).catch(() => true);
  return Promise.race([hasAnswered, isSlow]);
}

/** A busy event loop is not silence: data that arrived meanwhile is read first. */
async function afterLimit(signal: AbortSignal): Promise<null> {
  await delay(ANSWER_LIMIT_MS, undefined, { ref: false, signal }).catch(() => {});
  await new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)));
  return null;
}
