/** Set by proxy.ts on page requests: server components are not told their own path. A hint for links, never trusted. */
export const PATH_HEADER = 'x-netraven-path';
