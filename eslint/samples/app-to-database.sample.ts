// As app/(console)/sample.ts: import/no-restricted-paths
import { db } from '@/lib/db/client';

export const open = db;
