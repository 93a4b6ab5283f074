import 'server-only';
import { runStops } from './shutdown';

/** Streams, requests and background work have this long to end, so that the database has the rest. */
const STOPS_MS = 2000;
/** Service managers and people wait about 5 s before they kill. */
const HARD_LIMIT_MS = 4000;
/** Ctrl-C reaches us twice at once, from the terminal and from npm; only a later signal is an impatient one. */
const SAME_SIGNAL_MS = 500;

/** Stopped last, after everything that uses them: the pool, then the embedded server. */
type CloseDatabase = () => Promise<void>;

/** SIGTERM and SIGINT end the process in order, with code 0; a second one ends it at once. */
export function handleSignals(closeDatabase: CloseDatabase): void {
  let firstAt: number | undefined;
  const handle = () => {
    if (firstAt !== undefined) {
      if (performance.now() - firstAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    firstAt = performance.now();
    setTimeout(() => process.exit(0), HARD_LIMIT_MS).unref();
    void end(closeDatabase);
  };
  process.on('SIGTERM', handle);
  process.on('SIGINT', handle);
}

async function end(closeDatabase: CloseDatabase): Promise<void> {
  await runStops(STOPS_MS);
  try {
    await closeDatabase();
  } catch (error) {
    console.error(`Closing the database failed: ${error instanceof Error ? error.message : String(error)}`);
  }
  process.exit(0);
}
