import { isShuttingDown } from '@/lib/boot/shutdown';
import { pingDatabase } from '@/lib/db/ping-database';
import { AppError } from '@/lib/errors';
import { problemResponse } from '@/lib/http/problem-response';

export const dynamic = 'force-dynamic';

export async function GET(): Promise<Response> {
  try {
    if (isShuttingDown()) throw new AppError('shutting_down', 'Send to another server.', { retryAfterSeconds: 5 });
    await pingDatabase();
    return Response.json({ status: 'ok' });
  } catch (error) {
    return problemResponse(error);
  }
}
