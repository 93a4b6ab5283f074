// As lib/runs/server/sample.ts: @typescript-eslint/no-restricted-imports
import 'server-only';
import { cache } from 'react';

export const once = cache;
