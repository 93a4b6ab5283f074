// As lib/runs/server/sample.ts: no-restricted-globals
import 'server-only';

export const ask = (url: string): Promise<Response> => fetch(url);
