import { hasCredential, type ReadHeader } from '@/lib/auth/credential';
import { loginPath } from '@/lib/auth/safe-next';
import { isSessionCookie } from '@/lib/auth/session-cookie';
import { AppError } from '@/lib/errors';
import { parseRequestTarget, type RequestTarget } from '@/lib/http/request-target';
import { findRoute, type Route, type RouteMatch } from './route-table';

export type DoorRequest = { method: string; target: string; readHeader: ReadHeader };

export type DoorDecision =
  /** On to the route, under its own spelling of the address. */
  | { kind: 'pass'; path: string; search: string }
  /** A person without a session: to the sign-in page. */
  | { kind: 'sign-in'; location: string }
  /** The page for addresses without a page. */
  | { kind: 'no-page' }
  | { kind: 'options'; allow: readonly string[] }
  | { kind: 'refuse'; error: AppError };

/**
 * Decides about a request before any route sees it. Senders judge by the status and follow redirects into pages that
 * answer 200, so only a browser that asks for a page is sent to sign in; other requests without a route get a problem.
 * It never authorises: the server functions find out whose cookie or token it is.
 */
export function decideAtDoor(request: DoorRequest): DoorDecision {
  const target = parseRequestTarget(request.target);
  const match = target && findRoute(target.raw, target.decoded);
  if (!target || !match) return decideUnknown(request, target);
  return decideKnown(request, match, target);
}

function decideKnown(request: DoorRequest, { route, path }: RouteMatch, { search }: RequestTarget): DoorDecision {
  const { method, readHeader } = request;
  const methods = methodsOf(route);
  const pass: DoorDecision = { kind: 'pass', path, search };
  if (method === 'OPTIONS') return { kind: 'options', allow: [...methods, 'OPTIONS'] };
  if (route.kind === 'page' && isOwnAction(request, route)) return pass;
  if (!methods.includes(method)) {
    const allow = [...methods, 'OPTIONS'];
    return refuse(
      new AppError('method_not_allowed', `This address takes ${allow.join(', ')}; nothing was done or stored.`, {
        allow,
      }),
    );
  }
  if (route.kind !== 'page') return pass;
  if (hasCredential(readHeader)) return refuse(noAddress());
  if (hasSession(readHeader)) return pass;
  if (!isBrowser(request)) return refuse(noAddress());
  return route.isSignIn ? pass : { kind: 'sign-in', location: loginPath(path + withoutFlightMark(search)) };
}

function decideUnknown(request: DoorRequest, target: RequestTarget | null): DoorDecision {
  if (target?.decoded[0] === 'api' || !isBrowser(request)) return refuse(noAddress());
  const isFile = !target || /\.[a-z0-9]+$/i.test(target.decoded.at(-1) ?? '') || target.decoded[0] === '_next';
  if (isFile || hasSession(request.readHeader)) return { kind: 'no-page' };
  return { kind: 'sign-in', location: loginPath(`/${target.raw.join('/')}${target.search}`) };
}

function methodsOf(route: Route): string[] {
  if (route.kind !== 'api') return ['GET', 'HEAD'];
  return route.methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}

/** Next's browser code names the action; a form sent before that code runs is multipart and comes from our page. */
function isOwnAction({ method, readHeader }: DoorRequest, { hasActions }: Route & { kind: 'page' }): boolean {
  if (method !== 'POST' || !hasActions || hasCredential(readHeader)) return false;
  if (readHeader('next-action') !== null) return true;
  const isForm = /^multipart\/form-data\b/i.test(readHeader('content-type') ?? '');
  return isForm && hasSession(readHeader);
}

function isBrowser({ method, readHeader }: DoorRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return /\btext\/html\b/i.test(readHeader('accept') ?? '') && !hasCredential(readHeader);
}

const hasSession = (readHeader: ReadHeader): boolean =>
  (readHeader('cookie') ?? '').split(';').some((cookie) => isSessionCookie(cookie.split('=', 1)[0]?.trim() ?? ''));

/** Next's router adds `_rsc` to the address of a page whose data it fetches; it is none of the page's own. */
export function withoutFlightMark(search: string): string {
  if (!search.includes('_rsc=')) return search;
  const kept = search
    .slice(1)
    .split('&')
    .filter((part) => !part.startsWith('_rsc='));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}

const refuse = (error: AppError): DoorDecision => ({ kind: 'refuse', error });

/** The message leaves out the address: some senders put their key into it. */
const noAddress = (): AppError =>
  new AppError(
    'not_found',
    'There is nothing at this address, and nothing was stored. GET /api/openapi.json describes the API; lines go to POST /api/v1/logs.',
  );
