import { isShuttingDown } from '@/lib/boot/shutdown';
import { findDiskShortage } from '@/lib/db/disk-space';
import { pingDatabase } from '@/lib/db/ping-database';
import { AppError } from '@/lib/errors';
import { problemResponse } from '@/lib/http/problem-response';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  try {
    if (isShuttingDown()) throw new AppError('shutting_down', 'Send to another server.', { retryAfterSeconds: 5 });
    await pingDatabase();
    const shortage = await findDiskShortage();
    // Reads still work, so the server stays in use: the status names what does not.
    return Response.json(shortage ? { status: 'disk_full', ...shortage } : { status: 'ok' });
  } catch (error) {
    return problemResponse(error);
  }
}
