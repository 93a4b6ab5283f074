import 'server-only';
import { AppError } from '@/lib/errors';
import type { IncomingRequest } from '@/lib/http/incoming-request';

/** Body bytes that may be in work at once; parsed and encoded, a body takes some four times its size in memory. */
const MAX_BYTES_IN_WORK = 48 * 1024 * 1024;
/** What a request without a Content-Length is taken for. */
const UNKNOWN_LENGTH_BYTES = 1024 * 1024;

const holder = globalThis as { netravenIngestBytes?: number };

/** Runs `work` when there is memory for the request's body; otherwise the sender is told to come back in a second. */
export async function withAdmission<T>(request: IncomingRequest, work: () => Promise<T>): Promise<T> {
  const bytes = Math.max(Number(request.headers.get('content-length') ?? 0) || UNKNOWN_LENGTH_BYTES, 1);
  const inWork = holder.netravenIngestBytes ?? 0;
  if (inWork > 0 && inWork + bytes > MAX_BYTES_IN_WORK) {
    throw new AppError('too_many_requests', 'More arrives than can be stored; try again later.', {
      retryAfterSeconds: 1,
    });
  }
  holder.netravenIngestBytes = inWork + bytes;
  try {
    return await work();
  } finally {
    holder.netravenIngestBytes = (holder.netravenIngestBytes ?? 0) - bytes;
  }
}
