import { NextResponse, type NextRequest } from 'next/server';
import { PATH_HEADER } from '@/lib/auth/path-header';
import { decideAtDoor } from '@/lib/edges/door';
import { toProblem } from '@/lib/http/problem';

/**
 * The door of `next dev`, which has its own server; under `npm start` each request has come by the door already and
 * none is seen here. It never authorises: the server functions find out whose cookie it is and what the person may do.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const readHeader = (name: string) => request.headers.get(name);
  const decision = decideAtDoor({ method: request.method, target: pathname + search, readHeader });
  switch (decision.kind) {
    case 'pass': {
      const headers = new Headers(request.headers);
      headers.set(PATH_HEADER, decision.path + decision.search);
      if (decision.path === pathname) return NextResponse.next({ request: { headers } });
      return NextResponse.rewrite(new URL(decision.path + decision.search, request.url), { request: { headers } });
    }
    case 'no-page':
      return NextResponse.next();
    case 'sign-in':
      return NextResponse.redirect(new URL(decision.location, request.url));
    case 'options':
      return new NextResponse(null, { status: 204, headers: { allow: decision.allow.join(', ') } });
    case 'refuse': {
      const { body, headers } = toProblem(decision.error, crypto.randomUUID());
      return NextResponse.json(body, { status: body.status, headers });
    }
  }
  return decision satisfies never;
}

/** Leaves the ingest out: Next cuts the body of a matched request at 10 MB without an error. */
export const config = {
  matcher: [{ source: '/((?!_next/|__nextjs|api/v1/logs).*)', missing: [{ type: 'header', key: 'x-netraven-path' }] }],
};
