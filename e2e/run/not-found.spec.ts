import { expect, test } from '../fixtures/test';
import { signIn } from '../fixtures/sign-in';
import { callApi } from '../fixtures/gateway';

test('the page of a run that does not exist answers 404 and says so, that of one that does 200', async ({ page }) => {
  const runId = `found-${Date.now()}`;
  await callApi('POST', '/api/v1/runs', { jobId: runId, runId });
  await signIn(page);
  const statusOf = async (path: string) => (await page.request.get(path)).status();
  expect(await statusOf(`/runs/${runId}`)).toBe(200);
  expect(await statusOf(`/runs/${runId}/compare`)).toBe(200);
  for (const path of [`/runs/no-${runId}`, `/runs/no-${runId}?level=ERROR`, `/runs/no-${runId}/compare`]) {
    expect(await statusOf(path), path).toBe(404);
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByText('There is no such run')).toBeVisible();
    await expect(page.getByRole('link', { name: 'NetRaven' })).toBeVisible();
  }
  await page.getByRole('link', { name: 'All runs' }).click();
  await expect(page.getByRole('heading', { name: 'Runs' })).toBeVisible();
});

test('without a session nobody learns whether a run exists', async ({ playwright, baseURL }) => {
  const cookie = 'next-auth.session-token=nobody';
  const stranger = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { cookie } });
  const answer = await stranger.get('/runs/no-such-run', { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers().location).toContain('/login');
  await stranger.dispose();
});
