import 'server-only';
import { headers } from 'next/headers';
import type { z } from 'zod';
import { findSessionPerson } from '@/lib/auth/server/find-session-person';
import type { Viewer } from '@/lib/auth/viewer';
import { AppError } from '@/lib/errors';
import { reportProblem } from '@/lib/http/problem-response';
import { assertSameOrigin } from '@/lib/http/same-origin';
import type { Problem } from '@/lib/http/schema';

/**
 * A server action in the order of `defineRoute`: authenticate, same origin, validate, then `handle`, which calls one
 * server function (that authorises). Thrown errors are answered as problems: Next would hide their text.
 */
export async function runAction<S extends z.ZodType>(
  schema: S,
  form: FormData,
  handle: (viewer: Viewer, input: z.output<S>) => Promise<void>,
): Promise<{ problem: Problem | null }> {
  try {
    const viewer = await findSessionPerson();
    if (!viewer) throw new AppError('unauthenticated', 'Your session has ended; sign in again.');
    assertSameOrigin({ headers: await headers() });
    const input = schema.safeParse(Object.fromEntries(form));
    if (!input.success) throw new AppError('invalid_request', input.error.issues[0]?.message ?? 'Not valid.');
    await handle(viewer, input.data);
    return { problem: null };
  } catch (error) {
    return { problem: reportProblem(error).body };
  }
}
