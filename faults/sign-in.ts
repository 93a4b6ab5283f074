const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((text) => text.split(';', 1)[0])
    .join('; ');

/** What the forms of sign-in have to send, and the cookies beside it. */
export async function openForm(url: string): Promise<{ csrfToken: string; cookie: string }> {
  const response = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return { csrfToken, cookie: cookiesOf(response) };
}

/** The session's cookies of a person with this password. */
export async function signIn(url: string, person: { email: string; password: string }): Promise<string> {
  const { csrfToken, cookie } = await openForm(url);
  const response = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ csrfToken, ...person, json: 'true' }),
    redirect: 'manual',
  });
  if (!response.headers.getSetCookie().some((text) => text.includes('session-token='))) {
    throw new Error(`not signed in: ${response.status} ${await response.text()}`);
  }
  return cookiesOf(response);
}
