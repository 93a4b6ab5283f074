const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 5_000;
/** A server that asks for more than this is waited for in several steps. */
const LONGEST_ASKED_MS = 60_000;

/** Milliseconds to wait before try `tries + 1`: what `Retry-After` asks (RFC 9110 §10.2.3), else doubling. */
export function backOffMs(tries: number, retryAfter: string | null, nowMs: number): number {
  const askedMs = retryAfter === null ? null : parseRetryAfter(retryAfter, nowMs);
  if (askedMs !== null) return Math.min(askedMs, LONGEST_ASKED_MS);
  return Math.min(FIRST_WAIT_MS * 2 ** (tries - 1), LONGEST_WAIT_MS);
}

/** Seconds or an HTTP date, as milliseconds from now; null when it is neither. */
function parseRetryAfter(text: string, nowMs: number): number | null {
  if (/^\d+$/.test(text.trim())) return Number(text) * 1_000;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}
