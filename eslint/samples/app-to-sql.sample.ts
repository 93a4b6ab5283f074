// As app/(console)/sample.ts: import/no-restricted-paths
import { pickLines } from '@/lib/store/chunks/server/sql/pick-lines';

export const pick = pickLines;
