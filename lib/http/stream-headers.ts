/**
 * For answers that arrive piece by piece. nginx holds back what it is not told to pass on, and compresses what has no
 * coding yet, whatever `no-transform` says.
 */
export const STREAM_HEADERS = {
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  'content-encoding': 'identity',
} as const;
