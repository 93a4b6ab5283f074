// As app/(console)/sample.ts: import/no-restricted-paths
import { createUser } from '@/lib/testing/factories/user';

export const make = createUser;
