import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '../fixtures/test';
import { HttpClient } from '../../lib/testing/real-server/http-client';
import { READ_TOKEN } from '../../lib/testing/real-server/credentials';
import { callApi } from '../fixtures/gateway';
import { SERVER_URL } from '../fixtures/server-url';
import { logRow } from '../fixtures/log-table';
import { signIn } from '../fixtures/sign-in';

const runIdOf = (what: string): string => `${what}-${Date.now()}`;

async function sendLines(runId: string, count: number): Promise<void> {
  for (let from = 1; from <= count; from += 5000) {
    const lines = Array.from({ length: Math.min(5000, count - from + 1) }, (_, at) => ({
      run_id: runId,
      job_id: runId,
      job_name: `Backup "${runId}" ../x`,
      level: (from + at) % 50 === 0 ? 'ERROR' : 'INFO',
      device: '=cmd|calc',
      message: `line ${from + at}\nand \u001b[31mmore\u001b[0m of it, ${'x'.repeat(120)}`,
    }));
    await callApi('POST', '/api/v1/logs', lines);
  }
}

async function save(page: Page, group: RegExp, format: string) {
  await page.getByRole('button', { name: 'Download' }).click();
  const link = page.getByRole('group', { name: group }).getByRole('menuitem', { name: format, exact: true });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('the log as a file: whole and filtered, in three forms', async ({ page }) => {
  const runId = runIdOf('files');
  await sendLines(runId, 2500);
  await callApi('PATCH', `/api/v1/runs/${runId}`, { status: 'succeeded' });
  await signIn(page, `/runs/${runId}?level=ERROR`);
  await expect(logRow(page, 50)).toBeVisible();
  const text = await save(page, /These 50 lines/, 'Text');
  expect(text.name).toBe(`Backup ${runId} .. x 1 filtered.log`);
  expect(text.text.split('\n').length - 1).toBe(50);
  expect(text.text).not.toContain('\u001b');
  expect(text.text.split('\n')[0]).toMatch(/\tERROR {3}\t-\t=cmd\|calc\t-\tline 50 ⏎ and more of it/);

  const ndjson = await save(page, /All 2,500 lines/, 'NDJSON');
  const lines = ndjson.text.trimEnd().split('\n');
  expect(ndjson.name).toBe(`Backup ${runId} .. x 1.ndjson`);
  expect(lines.map((line) => (JSON.parse(line) as { seq: number }).seq)).toEqual(lines.map((_, at) => at + 1));

  const csv = await save(page, /All 2,500 lines/, 'CSV');
  expect(csv.text).toContain(`"'=cmd|calc"`);
});

/** Reads the answer from the first byte on only when `hold` has ended. */
async function readSlowly(
  path: string,
  hold: () => Promise<void>,
): Promise<{ lineCount: number; got: number; ending: string }> {
  const response = await new HttpClient(SERVER_URL, READ_TOKEN).open('GET', path);
  const ended = new Promise<string>((resolve) => {
    response.on('end', () => resolve('end'));
    response.on('error', () => resolve('broken'));
  });
  await hold();
  let got = 0;
  response.on('data', (part: Buffer) => (got += part.filter((byte) => byte === 10).length));
  const ending = await ended;
  return { lineCount: Number(response.headers['x-line-count']), got, ending };
}

const deleteRun = async (page: Page, runId: string) => {
  const answer = await page.request.delete(`${SERVER_URL}/api/v1/runs/${runId}`, { headers: { origin: SERVER_URL } });
  expect(answer.status()).toBe(204);
};

test('a download that cannot be sent whole breaks off, one that can says how long it is', async ({ page }) => {
  const runId = runIdOf('broken');
  await sendLines(runId, 60_000);
  await signIn(page);
  const path = `/api/v1/runs/${runId}/download?format=ndjson`;
  expect(await readSlowly(path, async () => {})).toEqual({ lineCount: 60_000, got: 60_000, ending: 'end' });
  const broken = await readSlowly(path, () => deleteRun(page, runId));
  expect(broken.ending).toBe('broken');
  expect(broken.got).toBeLessThan(60_000);
});
