// As lib/runs/server/sample.ts: import/no-restricted-paths
import 'server-only';
import { createUser } from '@/lib/testing/factories/user';

export const make = createUser;
