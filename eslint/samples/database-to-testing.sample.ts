// As lib/db/sample.ts: import/no-restricted-paths
import { createUser } from '@/lib/testing/factories/user';

export const create = createUser;
