import { ADMIN_EMAIL, ADMIN_PASSWORD } from './credentials';
import { HttpClient, type HttpAnswer } from './http-client';

export type SessionCookie = { name: string; value: string };

const cookiesOf = ({ headers }: HttpAnswer): SessionCookie[] =>
  (headers['set-cookie'] ?? []).map((text) => {
    const [pair = ''] = text.split(';', 1);
    const at = pair.indexOf('=');
    return { name: pair.slice(0, at), value: pair.slice(at + 1) };
  });

const cookieHeader = (cookies: readonly SessionCookie[]): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

/** Sends a form of sign-in as a browser does, with its token against forgery and the cookie that belongs to it. */
export async function sendSignInForm(url: string, action: string, fields: object = {}): Promise<HttpAnswer> {
  const client = new HttpClient(url, null);
  const form = await client.send('GET', '/api/auth/csrf');
  const { csrfToken } = JSON.parse(form.text) as { csrfToken: string };
  return client.send('POST', `/api/auth/${action}`, {
    headers: { cookie: cookieHeader(cookiesOf(form)), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken, ...fields }).toString(),
  });
}

/** The cookies of a session of the admin of the test servers. */
export async function startSession(url: string): Promise<SessionCookie[]> {
  const person = { email: ADMIN_EMAIL, password: ADMIN_PASSWORD, json: 'true' };
  const answer = await sendSignInForm(url, 'callback/credentials', person);
  const cookies = cookiesOf(answer);
  if (!cookies.some(({ name }) => name.includes('session-token'))) {
    throw new Error(`not signed in: ${answer.status} ${answer.text}`);
  }
  return cookies;
}

/** The same as one header. */
export const signInCookie = async (url: string): Promise<string> => cookieHeader(await startSession(url));
