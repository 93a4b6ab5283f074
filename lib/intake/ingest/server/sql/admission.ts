import 'server-only';
import { assertDiskSpace } from '@/lib/db/disk-space';
import { AppError } from '@/lib/errors';
import type { IncomingRequest } from '@/lib/http/incoming-request';
import { takeSlot, type WorkSlot } from './work-limit';
import { processState } from '@/lib/process-state';

/** Body bytes that may be in work at once; parsed and encoded, a body takes some four times its size in memory. */
const MAX_BYTES_IN_WORK = 48 * 1024 * 1024;
/** Assumed size of a request without a Content-Length. */
const UNKNOWN_LENGTH_BYTES = 1024 * 1024;

const inWork = processState('ingestMemory', () => ({ bytes: 0 }));

/** Usual ratio of log lines to their gzip, for a guess before the body has arrived. */
const GZIP_RATIO = 8;

/**
 * Runs `work` when there is memory and time for the request's body; otherwise the sender is told to come back in a
 * second, before its body is read. `work` calls `begin` once it has the body.
 */
export async function withAdmission<T>(
  request: IncomingRequest,
  work: (begin: WorkSlot['begin']) => Promise<T>,
): Promise<T> {
  await assertDiskSpace();
  const declaredBytes = Number(request.headers.get('content-length') ?? 0) || 0;
  const slot = takeSlot(declaredBytes * (request.headers.get('content-encoding') ? GZIP_RATIO : 1));
  try {
    return await withMemory(declaredBytes || UNKNOWN_LENGTH_BYTES, () => work(slot.begin));
  } finally {
    slot.end();
  }
}

async function withMemory<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const held = inWork();
  if (held.bytes > 0 && held.bytes + bytes > MAX_BYTES_IN_WORK) {
    throw new AppError('too_many_requests', 'More arrives than can be stored; try again later.', {
      retryAfterSeconds: 1,
    });
  }
  held.bytes += bytes;
  try {
    return await work();
  } finally {
    held.bytes -= bytes;
  }
}
