import 'server-only';

/** Longest stretch for which a batch may hold the server; other requests wait no longer for their turn. */
const HOLD_MS = 10;

/**
 * Checks the clock in long loops: null while time is left, otherwise a promise to await, so that others get their turn.
 */
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

/** Runs a generator to its end, with pauses. */
export async function inTurns<T>(work: Generator<void, T>): Promise<T> {
  const takePause = openPauses();
  for (;;) {
    const { value, done } = work.next();
    if (done) return value;
    const pause = takePause();
    if (pause) await pause;
  }
}
