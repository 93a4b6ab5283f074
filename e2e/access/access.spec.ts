import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { sendRun } from '../../simulator/send-run';
import { failedRun, gateway } from '../fixtures/gateway';
import { INGEST_TOKEN, READ_TOKEN } from '../fixtures/credentials';
import { signIn, signInByForm } from '../fixtures/sign-in';

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => ({ id, targets: nodes.map(({ target }) => target) }))).toEqual([]);
}

for (const colorScheme of ['dark', 'light'] as const) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing serious, ${colorScheme}, ${width} px`, async ({ page }) => {
      const run = failedRun(20);
      await sendRun(gateway(), run);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/login');
      await expectNothingSerious(page);
      await signIn(page);
      await expect(page.getByRole('link', { name: new RegExp(run.open.jobName ?? '') })).toBeVisible();
      await expectNothingSerious(page);
      await page.goto(`/runs/${run.open.runId}`);
      await expect(page.getByText('COMPLETE', { exact: true })).toBeVisible();
      await expectNothingSerious(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    });
  }
}

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
