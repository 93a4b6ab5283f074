import 'server-only';
import { db } from '@/lib/db/client';

/**
 * Moves the words of freshly sealed chunks into the index proper: PostgreSQL gathers up to 4 MB of them in a pending
 * list that every search reads from end to end. Costs nothing when the list is empty.
 */
export async function tidyWordIndex(): Promise<void> {
  await db().$queryRaw`SELECT tidy_word_index()::int`;
}
