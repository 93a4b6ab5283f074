/** Headers of streamed answers: nginx buffers them unless it is told not to. */
export const STREAM_HEADERS = { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' } as const;

/** Routes whose answers are streamed. */
export const STREAM_PATH = /^\/api\/v1\/runs\/[^/]+\/(tail|download)$/;
/** nginx compresses what has no coding yet, whatever `no-transform` says; Next takes this header off an answer of a route. */
export const UNCOMPRESSED = ['content-encoding', 'identity'] as const;
