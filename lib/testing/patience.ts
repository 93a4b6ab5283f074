/** For what comes by itself sooner or later: it only ends a test that would never pass, on the slowest machine. */
export const PATIENCE = { timeout: 60_000, interval: 20 } as const;
