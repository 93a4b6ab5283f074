type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Every address of the API with its methods; HEAD goes with GET. Other addresses get 404, so route-table.test.ts
 * compares the table with app/ and the OpenAPI document.
 */
export const API_ROUTES: Readonly<Record<string, readonly Method[]>> = {
  '/api/openapi.json': ['GET'],
  '/api/health/live': ['GET'],
  '/api/health/ready': ['GET'],
  '/api/v1/logs': ['POST'],
  '/api/v1/lines': ['GET'],
  '/api/v1/histogram': ['GET'],
  '/api/v1/facets': ['GET'],
  '/api/v1/insights/errors': ['GET'],
  '/api/v1/insights/runs': ['GET'],
  '/api/v1/run-facets': ['GET'],
  '/api/v1/run-filter-counts': ['GET'],
  '/api/v1/jobs': ['GET'],
  '/api/v1/runs': ['GET', 'POST', 'DELETE'],
  '/api/v1/runs/{runId}': ['GET', 'PATCH', 'DELETE'],
  '/api/v1/runs/{runId}/causes': ['GET'],
  '/api/v1/runs/{runId}/compare': ['GET'],
  '/api/v1/runs/{runId}/devices/{device}': ['PUT'],
  '/api/v1/runs/{runId}/download': ['GET'],
  '/api/v1/runs/{runId}/lines': ['GET'],
  '/api/v1/runs/{runId}/minimap': ['GET'],
  '/api/v1/runs/{runId}/patterns': ['GET'],
  '/api/v1/runs/{runId}/tail': ['GET'],
  '/api/v1/runs/{runId}/timeline': ['GET'],
  // next-auth's, as far as its browser side and an OIDC provider use them.
  '/api/auth/callback/credentials': ['POST'],
  '/api/auth/callback/oidc': ['GET', 'POST'],
  '/api/auth/csrf': ['GET'],
  '/api/auth/error': ['GET'],
  '/api/auth/providers': ['GET'],
  '/api/auth/session': ['GET', 'POST'],
  '/api/auth/signin': ['GET'],
  '/api/auth/signin/oidc': ['POST'],
  '/api/auth/signout': ['POST'],
};

/** Pages, and whether they have server actions, which a browser posts to the page's own address. */
export const PAGE_ROUTES: Readonly<Record<string, { hasActions: boolean }>> = {
  '/': { hasActions: false },
  '/insights': { hasActions: false },
  '/login': { hasActions: false },
  '/jobs': { hasActions: false },
  '/runs': { hasActions: true },
  '/runs/{runId}': { hasActions: false },
  '/runs/{runId}/compare': { hasActions: false },
};

/** Files that browsers ask for without a session. */
export const FILE_ROUTES: readonly string[] = ['/icon.svg', '/manifest.webmanifest', '/robots.txt'];
/** Scripts and styles of the build, as many as it made. */
const BUILD_FOLDER = ['_next', 'static'];

export type Route =
  | { kind: 'api'; methods: readonly Method[] }
  | { kind: 'page'; isSignIn: boolean; hasActions: boolean }
  | { kind: 'file' };

/** `path` is the route's own spelling: fixed parts decoded, the others as they were sent. */
export type RouteMatch = { route: Route; path: string };

type Pattern = { parts: string[]; route: Route };

const PATTERNS: readonly Pattern[] = [
  ...Object.entries(API_ROUTES).map(([path, methods]) => pattern(path, { kind: 'api', methods })),
  ...Object.entries(PAGE_ROUTES).map(([path, { hasActions }]) =>
    pattern(path, { kind: 'page', isSignIn: path === '/login', hasActions }),
  ),
  ...FILE_ROUTES.map((path) => pattern(path, { kind: 'file' })),
];

function pattern(path: string, route: Route): Pattern {
  return { parts: path.slice(1).split('/'), route };
}

/** The route of a path's segments: `raw` as they were sent, `decoded` without percent codes. Null when there is none. */
export function findRoute(raw: readonly string[], decoded: readonly string[]): RouteMatch | null {
  if (raw.length > 2 && BUILD_FOLDER.every((part, index) => raw[index] === part)) {
    return { route: { kind: 'file' }, path: `/${raw.join('/')}` };
  }
  const found = PATTERNS.find(
    ({ parts }) => parts.length === raw.length && parts.every((part, index) => fits(part, decoded[index])),
  );
  if (!found) return null;
  const path = found.parts.map((part, index) => (isParameter(part) ? (raw[index] ?? '') : part)).join('/');
  return { route: found.route, path: `/${path}` };
}

const isParameter = (part: string): boolean => part.startsWith('{');
const fits = (part: string, text: string | undefined): boolean => isParameter(part) || part === text;
