import 'server-only';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { parseRunCursor } from '../../run-cursor';

/** What lies behind a cursor in the order of start and id, newest first, on `run r`. Throws `invalid_request`. */
export function runCursorCondition(text: string | undefined): Prisma.Sql[] {
  if (text === undefined) return [];
  const cursor = parseRunCursor(text);
  if (!cursor) throw new AppError('invalid_request', 'cursor: expected the nextCursor of an earlier answer.');
  return [Prisma.sql`(r.started_at, r.id) < (${cursor.startedAt}::timestamptz, ${cursor.id})`];
}
