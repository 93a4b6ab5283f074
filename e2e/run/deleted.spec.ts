import { expect, test } from '../fixtures/test';
import { INGEST_TOKEN } from '../../lib/testing/real-server/credentials';
import { callApi } from '../fixtures/gateway';
import { SERVER_URL } from '../fixtures/server-url';
import { signIn } from '../fixtures/sign-in';

test.describe('with a clock of its own', () => {
  test.use({ isPageNew: true });

  test('the open page of a run that is deleted says so once, and asks for nothing any more', async ({ page }) => {
    const runId = `deleted/${Date.now()}`;
    await callApi('POST', '/api/v1/logs', { message: 'the only line', run_id: runId, job_id: runId });
    await signIn(page);
    await page.goto(`/runs/${encodeURIComponent(runId)}`);
    await expect(page.getByText('LIVE', { exact: true })).toBeVisible();
    const path = `/api/v1/runs/${encodeURIComponent(runId)}`;
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes(path)) asked.push(request.url());
    });
    const answer = await page.request.delete(SERVER_URL + path, { headers: { origin: SERVER_URL } });
    expect(answer.status()).toBe(204);
    await expect(page.getByRole('alert').filter({ hasText: 'This run was deleted' })).toBeVisible();
    await expect(page.getByText('RECONNECTING')).toHaveCount(0);
    const countThen = asked.length;
    // Longer than any part of the page waits before it asks again, without waiting for it: the page's clock is set on.
    await page.clock.install();
    await page.clock.runFor(30_000);
    expect(asked.length).toBe(countThen);
    expect(countThen).toBeLessThanOrEqual(4);
  });
});

test('every run has a page and an address in the API, whatever its id', async ({ page }) => {
  const mark = Date.now();
  const ids = ['a/b', 'a%2Fb', 'a?b#c', '..', '.', '/', '%', '名前 💥', 'a\\b', 'a~b', 'x'.repeat(180)].map((id) =>
    id.length < 3 && /^[./%]+$/.test(id) ? id : `${id}${mark}`,
  );
  await signIn(page);
  for (const id of ids) {
    const answer = await page.request.post(`${SERVER_URL}/api/v1/logs`, {
      headers: { authorization: `Bearer ${INGEST_TOKEN}` },
      data: { message: `line of ${mark}`, run_id: id, job_id: `addresses-${mark}` },
    });
    const { runs } = (await answer.json()) as { runs: { runId: string }[] };
    const runId = runs[0]?.runId ?? '';
    const path = encodeURIComponent(runId);
    const run = await page.request.get(`${SERVER_URL}/api/v1/runs/${path}`);
    expect(await run.json(), id).toMatchObject({ runId, jobId: `addresses-${mark}`, lineCount: 1 });
    const found = await page.goto(`/runs/${path}`);
    expect(found?.status(), id).toBe(200);
    await expect(page.getByText(`line of ${mark}`).first(), id).toBeVisible();
  }
});
