/**
 * Timeout for events that come sooner or later: it only ends a test that would never pass, even on the slowest machine.
 */
export const PATIENCE = { timeout: 60_000, interval: 20 } as const;
