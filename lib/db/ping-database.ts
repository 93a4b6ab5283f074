import 'server-only';
import { AppError } from '@/lib/errors';
import { isDatabaseAnswering } from './client';

/** Throws when the database does not answer. It asks beside the pool, whose connections may all be busy with good reason. */
export async function pingDatabase(): Promise<void> {
  if (await isDatabaseAnswering()) return;
  throw new AppError('unavailable', 'The database does not answer; reading and writing wait for it.', {
    retryAfterSeconds: 2,
  });
}
