import 'server-only';
import NextAuth, { type NextAuthOptions } from 'next-auth';
import { getToken } from 'next-auth/jwt';
import Credentials from 'next-auth/providers/credentials';
import { NextRequest } from 'next/server';
import { findBadReturnAddress } from '@/lib/auth/return-address';
import { SESSION_SECONDS, sessionCookieName } from '@/lib/auth/session-cookie';
import { cleanText } from '@/lib/json/clean-text';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { logError } from '@/lib/log-error';
import { problemResponse } from '@/lib/http/problem-response';
import { toAppError } from '@/lib/db/to-app-error';
import { authSecret } from './auth-secret';
import { oidcProvider } from './oidc-provider';
import { SIGN_IN_WINDOW_SECONDS } from './sign-in-limit';
import { signInWithOidc } from './sign-in-with-oidc';
import { signInWithPassword } from './sign-in-with-password';

// The one server file that knows next-auth: everything else asks who the person is.

const isSecure = (): boolean => env().NEXTAUTH_URL?.startsWith('https://') ?? false;

const password = Credentials({
  id: 'credentials',
  name: 'Password',
  credentials: { email: {}, password: {} },
  async authorize(credentials, request) {
    const { email = '', password: text = '' } = credentials ?? {};
    // A form may say each of them twice, and any text for them.
    if (typeof email !== 'string' || typeof text !== 'string') return null;
    const address = lastHop(request.headers?.['x-forwarded-for']);
    return orSignInCode(signInWithPassword({ email: cleanText(email), password: text, address }));
  },
});

/** The address that the nearest proxy (or Next itself) saw; what stands left of it can be forged by the client. */
const lastHop = (forwarded: unknown): string =>
  String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim() ?? '';

/** next-auth puts the text of what is thrown into a URL: only our codes may get there. */
async function orSignInCode<T>(result: Promise<T>): Promise<T> {
  try {
    return await result;
  } catch (error) {
    const appError = toAppError(error);
    if (appError.code === 'too_many_requests') throw new Error('too_many_attempts', { cause: error });
    logError(appError, 'sign-in');
    throw new Error('unavailable', { cause: error });
  }
}

async function authOptions(action: string[]): Promise<NextAuthOptions> {
  return {
    secret: authSecret(),
    useSecureCookies: isSecure(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/login', error: '/login' },
    providers: [password, ...(await oidcProvider(action.includes('oidc')))],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.type === 'credentials') return true;
        const userId = await orSignInCode(signInWithOidc({ subject: account?.providerAccountId ?? '', profile }));
        if (userId === null) return false;
        // Without an adapter, next-auth passes this object on to `jwt`.
        user.id = userId;
        return true;
      },
      // Only who it is: name, role and whether the person may still come in are read from the user row each time.
      jwt: ({ token, user }) => ({ sub: user ? user.id : token.sub }),
      session: ({ session }) => ({ expires: session.expires }),
    },
    logger: {
      error: (code, metadata) => {
        const cause = metadata instanceof Error ? metadata : metadata.error;
        logError(new Error(`sign-in: ${code}`, { cause }), 'next-auth');
      },
      warn: () => {},
      debug: () => {},
    },
  };
}

type AuthContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's endpoints under /api/auth. */
export async function handleAuth(request: NextRequest, context: AuthContext): Promise<Response> {
  try {
    const bad = findBadReturnAddress({
      search: request.nextUrl.searchParams,
      cookie: (name) => request.cookies.get(name)?.value,
    });
    if (bad) return refuseAddress(bad);
    const options = await authOptions((await context.params).nextauth);
    const response: unknown = await NextAuth(request, context, options);
    if (!(response instanceof Response)) throw new AppError('internal', 'next-auth did not answer.');
    if (response.status === 401) return await withLimitStatus(response);
    return response.status < 400 || isJson(response) ? response : problemResponse(notTaken());
  } catch (error) {
    return problemResponse(error);
  }
}

/** An unreadable cookie would make every sign-in of this browser fail, so the browser is told to drop it. */
function refuseAddress({ name, isCookie }: { name: string; isCookie: boolean }): Response {
  const where = isCookie ? `the cookie ${name}` : name;
  const error = new AppError('invalid_request', `${where}: expected a path of this server; start again at /login.`);
  const response = problemResponse(error);
  if (isCookie) response.headers.append('set-cookie', `${name}=; Path=/; Max-Age=0`);
  return response;
}

/** next-auth's browser code reads JSON; other error answers are internal texts of next-auth. */
const isJson = ({ headers }: Response): boolean => headers.get('content-type')?.startsWith('application/json') ?? false;

const notTaken = (): AppError =>
  new AppError('invalid_request', 'Sign-in does not take this request; start again at /login.');

/** next-auth answers 401 whatever `authorize` threw; one attempt too many is a 429. */
async function withLimitStatus(response: Response): Promise<Response> {
  const body = await response.text();
  if (!body.includes('error=too_many_attempts')) return new Response(body, response);
  const headers = new Headers(response.headers);
  headers.set('retry-after', String(SIGN_IN_WINDOW_SECONDS));
  return new Response(body, { status: 429, headers });
}

/** The user id in the session cookie of these headers; null when there is none, or it is forged or too old. */
export async function readSessionUserId(headers: Headers): Promise<string | null> {
  const cookie = headers.get('cookie');
  if (cookie === null) return null;
  // Only the cookie goes in: next-auth would take a bearer token for a session's.
  const request = new NextRequest('http://localhost', { headers: { cookie } });
  const token = await getToken({ req: request, secret: authSecret(), cookieName: sessionCookieName(isSecure()) });
  return token?.sub ?? null;
}
