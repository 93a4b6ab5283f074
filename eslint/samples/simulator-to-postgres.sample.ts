// As simulator/sample.ts: @typescript-eslint/no-restricted-imports
import { Pool } from 'pg';

export const pool = Pool;
