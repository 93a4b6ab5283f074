import { expect, test } from 'vitest';
import { createToken } from '@/lib/auth/server/create-token';
import { db } from '@/lib/db/client';
import { ADMIN, GATEWAY, postLines } from '@/lib/testing/ingest';
import { createUser } from '@/lib/testing/factories/user';
import { useTestDatabase } from '@/lib/testing/test-database';
import { createView } from '@/lib/runs/views/server/create-view';
import { findViews } from '@/lib/runs/views/server/find-views';
import { renameView } from '@/lib/runs/views/server/rename-view';
import { openRun } from './open-run';
import { putDevice } from './put-device';
import { updateRun } from './update-run';

useTestDatabase();

const SECRET = 'Tr0ub4dor9x';
const named = (what: string): string => `jan:${SECRET}@${what}.example.net`;

/** Every row of every table in which a sender's or a person's words are kept. */
async function stored(): Promise<string> {
  const rows = await db().$queryRaw<{ row: string }[]>`
    SELECT to_jsonb(t)::text AS row FROM run t UNION ALL SELECT to_jsonb(t)::text FROM job t
    UNION ALL SELECT to_jsonb(t)::text FROM run_device t UNION ALL SELECT to_jsonb(t)::text FROM saved_view t
    UNION ALL SELECT to_jsonb(t)::text FROM access_token t`;
  return rows.map(({ row }) => row).join('\n');
}

test('a secret as a name of anything in the run API is not stored', async () => {
  const { run } = await openRun(GATEWAY, {
    jobId: named('job'),
    runId: named('run'),
    jobName: named('name'),
    jobType: named('type'),
    trigger: named('trigger'),
    gateway: named('gateway'),
    devices: [{ device: named('fra-sw-1'), site: named('site'), type: named('model') }],
  });
  await putDevice(
    GATEWAY,
    { runId: run.runId, device: named('fra-sw-2') },
    { status: 'failed', cause: `password=${SECRET}` },
  );
  await updateRun(GATEWAY, run.runId, { status: 'failed', resultText: `login with https://${named('fra-sw-3')}/` });
  const rows = await stored();
  expect(rows).not.toContain(SECRET);
  expect(rows).toContain('jan:[REDACTED:url-credentials]@fra-sw-2.example.net');
});

test('a name is the same to the run API and to the lines', async () => {
  await openRun(GATEWAY, { jobId: 'j1', runId: named('run'), devices: [{ device: named('fra-sw-1') }] });
  await postLines([{ job_id: 'j1', run_id: named('run'), device: named('fra-sw-1'), message: 'a' }]);
  const runs = await db().run.findMany({ where: { jobId: 'j1' }, select: { id: true } });
  expect(runs).toHaveLength(1);
  expect(await db().runDevice.count({ where: { runId: runs[0]?.id ?? '' } })).toBe(1);
  expect(await stored()).not.toContain(SECRET);
});

test('nor as the name of a view or of a token', async () => {
  const person = await createUser();
  await createView(person, { name: `password=${SECRET}`, query: `?q=password%3D${SECRET}` });
  const viewId = (await findViews(person))[0]?.viewId ?? '';
  await renameView(person, { viewId, name: named('view') });
  await createToken(ADMIN, { name: named('token'), scopes: ['logs:write'] });
  expect(await stored()).not.toContain(SECRET);
});
