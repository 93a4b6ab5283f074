import 'server-only';

/** What a batch may hold the server for, at a stretch: a request of somebody else waits no longer for its turn. */
const HOLD_MS = 10;

/** A look at the clock for loops over much: null while time is left, else a promise to wait for, after which others have had their turn. */
export function openPauses(): () => Promise<void> | null {
  let begunMs = performance.now();
  return () => {
    if (performance.now() - begunMs < HOLD_MS) return null;
    return new Promise((resolve) =>
      setImmediate(() => {
        begunMs = performance.now();
        resolve();
      }),
    );
  };
}

/** Runs what yields often to its end, with pauses. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  const takePause = openPauses();
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
    const pause = takePause();
    if (pause) await pause;
  }
}
