// As lib/runs/sample.ts: @typescript-eslint/no-restricted-imports
import { headers } from 'next/headers';

export const read = headers;
