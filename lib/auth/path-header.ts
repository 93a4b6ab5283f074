/**
 * Set by the door (lib/edges/answer-at-door.ts, proxy.ts in `next dev`): server components are not told their own path. A
 * hint for links, never trusted.
 */
export const PATH_HEADER = 'x-netraven-path';
