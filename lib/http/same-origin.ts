import { AppError } from '@/lib/errors';

/** A browser session may change things only from our own pages: other sites' forms and scripts get 403. */
export function assertSameOrigin(request: { headers: Pick<Headers, 'get'> }): void {
  const site = request.headers.get('sec-fetch-site');
  if (site === 'same-origin') return;
  const origin = request.headers.get('origin');
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host');
  if (site === null && origin !== null && URL.canParse(origin) && new URL(origin).host === host) return;
  throw new AppError('forbidden', 'A signed-in person may send this request only from the console itself.');
}
