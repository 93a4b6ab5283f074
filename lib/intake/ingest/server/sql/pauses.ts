import 'server-only';

/** Longest stretch for which a batch may hold the server; other requests wait no longer for their turn. */
const HOLD_MS = 10;

export type WorkTurns = {
  /** Looks at the clock: whether others should have their turn. */
  isOver: () => boolean;
  /** Resolves when others had their turn, and a new one begins. */
  next: () => Promise<void>;
};

/** Turns of a long work that began just now. */
export function openTurns(): WorkTurns {
  let begunMs = performance.now();
  return {
    isOver: () => performance.now() - begunMs >= HOLD_MS,
    next: () =>
      new Promise((resolve) =>
        setImmediate(() => {
          begunMs = performance.now();
          resolve();
        }),
      ),
  };
}

/** Runs a generator to its end, with pauses. It yields where it may pause, best when `isTurnOver` says that it should. */
export async function inTurns<T>(start: (isTurnOver: () => boolean) => Generator<void, T>): Promise<T> {
  const turns = openTurns();
  for (const work = start(turns.isOver); ;) {
    const { value, done } = work.next();
    if (done) return value;
    if (turns.isOver()) await turns.next();
  }
}
