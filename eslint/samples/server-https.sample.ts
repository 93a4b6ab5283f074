// As lib/runs/server/sample.ts: no-restricted-imports
import 'server-only';
import { get } from 'node:https';

export const ask = (url: string): unknown => get(url);
