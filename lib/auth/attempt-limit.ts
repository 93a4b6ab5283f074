type Attempts = { count: number; resetAt: number };

export type AttemptLimit = {
  /** Counts one attempt; false when the key has none left in this window. */
  take: (key: string, now: number) => boolean;
  /** Gives the key its attempts back. */
  forgive: (key: string) => void;
};

/**
 * At most `max` attempts a key in a window that starts with its first one. Remembers at most `maxKeys` keys: beyond that
 * the oldest is forgotten, so that invented keys cost no memory.
 */
export function buildAttemptLimit(options: { max: number; windowMs: number; maxKeys: number }): AttemptLimit {
  const attempts = new Map<string, Attempts>();
  return {
    take(key, now) {
      const known = attempts.get(key);
      const current = known && known.resetAt > now ? known : { count: 0, resetAt: now + options.windowMs };
      current.count += 1;
      if (current !== known) {
        attempts.delete(key);
        attempts.set(key, current);
      }
      const [oldest] = attempts.keys();
      if (attempts.size > options.maxKeys && oldest !== undefined) attempts.delete(oldest);
      return current.count <= options.max;
    },
    forgive(key) {
      attempts.delete(key);
    },
  };
}
