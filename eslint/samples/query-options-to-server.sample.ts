// As lib/runs/query-options.ts: import/no-restricted-paths
import { findPerson } from '@/lib/auth/server/find-person';

export const find = findPerson;
