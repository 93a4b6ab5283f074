import { expect, test } from '../fixtures/test';
import { INGEST_TOKEN, READ_TOKEN } from '../../lib/testing/real-server/credentials';
import { atEachWidth, expectAccessible, expectNothingBeside } from '../fixtures/looks';
import { signIn, signInByForm } from '../fixtures/sign-in';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

// The list and a run have their own, runs/job-list.spec.ts and run/why.spec.ts.
test('sign-in and what is not there at each width, in both themes: axe finds nothing', async ({ page }) => {
  await atEachWidth(page, { widths: [1440, 390] }, async () => {
    await page.context().clearCookies();
    await page.goto('/login');
    await expectAccessible(page);
    await expectNothingBeside(page);
    await signIn(page, '/runs/there-is-no-such-run');
    await expect(page.getByText('There is no such run')).toBeVisible();
    await expectAccessible(page);
    await expectNothingBeside(page);
  });
});

test('no or an unknown credential gets 401, one without the right 403', async ({ request }) => {
  const tries = [
    ['/api/v1/runs', {}, 401],
    ['/api/v1/runs', bearer('nobody-knows-this-token-0123456789abcd'), 401],
    ['/api/v1/runs', bearer(INGEST_TOKEN), 403],
    ['/api/v1/runs', bearer(READ_TOKEN), 200],
    ['/api/health/live', {}, 200],
    ['/api/openapi.json', {}, 200],
  ] as const;
  for (const [path, headers, status] of tries) {
    expect((await request.get(path, { headers })).status(), path).toBe(status);
  }
  const post = await request.post('/api/v1/logs', { headers: bearer(READ_TOKEN), data: { message: 'x' } });
  expect(post.status()).toBe(403);
  expect(post.headers()['content-type']).toBe('application/problem+json');
});

test('another site cannot change anything with a person’s session', async ({ page }) => {
  await signIn(page);
  const answer = await page.request.patch('/api/v1/runs/any', {
    data: {},
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(answer.status()).toBe(403);
});

test('a page asked for without a session comes after sign-in', async ({ page }) => {
  await page.goto('/runs?status=failed');
  await expect(page).toHaveURL(/\/login\?next=/);
  await signInByForm(page);
  await expect(page).toHaveURL('/runs?status=failed');
});
