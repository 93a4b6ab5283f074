import { NextResponse, type NextRequest } from 'next/server';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { loginPath } from '@/lib/auth/safe-next';
import { isSessionCookie } from '@/lib/auth/session-cookie';

/**
 * Sends people without a session cookie from pages to the sign-in page. It never authorises: whose cookie it is, and
 * what the person may do, the server functions find out.
 */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname + request.nextUrl.search;
  if (!request.cookies.getAll().some((cookie) => isSessionCookie(cookie.name))) {
    return NextResponse.redirect(new URL(loginPath(path), request.url));
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, path);
  return NextResponse.next({ request: { headers } });
}

/** Pages only: Next cuts the body of a matched request at 10 MB without an error, so /api stays out. */
export const config = {
  matcher: ['/((?!api(?:/|$)|_next(?:/|$)|login(?:/|$)|[^/]+\\.[a-z0-9]+$).*)'],
};
