import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';

/** to_char's form of a TimeKey, for a time that was put AT TIME ZONE 'UTC'. */
export const TIME_KEY_FORMAT = Prisma.sql`'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
