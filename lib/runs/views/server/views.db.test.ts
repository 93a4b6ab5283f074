import { describe, expect, test } from 'vitest';
import { createUser } from '@/lib/testing/factories/user';
import { READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { createViewInput } from '../schema';
import { createView } from './create-view';
import { deleteView } from './delete-view';
import { findViews } from './find-views';
import { renameView } from './rename-view';

useTestDatabase();

describe('saved views', () => {
  test('are made, renamed and deleted by their owner, and seen by nobody else', async () => {
    const [owner, other] = [await createUser(), await createUser({ role: 'admin' })];
    await createView(owner, { name: 'Night at fra', query: '?site=fra' });
    await createView(owner, { name: 'Backups', query: '?type=config_backup' });
    const [first] = await findViews(owner);
    const viewId = first?.viewId ?? '';
    expect((await findViews(owner)).map(({ name, query }) => [name, query])).toEqual([
      ['Night at fra', '?site=fra'],
      ['Backups', '?type=config_backup'],
    ]);
    expect(await findViews(other)).toEqual([]);
    await expect(renameView(other, { viewId, name: 'Mine' })).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteView(other, viewId)).rejects.toMatchObject({ code: 'not_found' });
    await renameView(owner, { viewId, name: 'Frankfurt' });
    await deleteView(owner, (await findViews(owner))[1]?.viewId ?? '');
    expect(await findViews(owner)).toEqual([{ viewId, name: 'Frankfurt', query: '?site=fra' }]);
  });

  test('have a name that the owner has not given yet, the built-in ones included', async () => {
    const [owner, other] = [await createUser(), await createUser()];
    await createView(owner, { name: 'A', query: '' });
    await createView(owner, { name: 'B', query: '' });
    await createView(other, { name: 'A', query: '' });
    const conflict = { code: 'conflict' };
    await expect(createView(owner, { name: 'A', query: '' })).rejects.toMatchObject(conflict);
    await expect(createView(owner, { name: 'failed', query: '' })).rejects.toMatchObject(conflict);
    const viewId = (await findViews(owner))[0]?.viewId ?? '';
    await expect(renameView(owner, { viewId, name: 'B' })).rejects.toMatchObject(conflict);
    await expect(renameView(owner, { viewId, name: 'ALL' })).rejects.toMatchObject(conflict);
    await renameView(owner, { viewId, name: 'A' });
  });

  test('are 30 at most', async () => {
    const owner = await createUser();
    for (let n = 0; n < 30; n += 1) await createView(owner, { name: `view ${n}`, query: '' });
    await expect(createView(owner, { name: 'one more', query: '' })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('belong to people: a token has none and makes none', async () => {
    expect(await findViews(READER)).toEqual([]);
    await expect(createView(READER, { name: 'A', query: '' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(renameView(READER, { viewId: 'a', name: 'A' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(deleteView(READER, 'a')).rejects.toMatchObject({ code: 'forbidden' });
  });
});

test.each([
  ['?status=failed,banana&x=<script>&cursor=abc', '?status=failed'],
  ['https://elsewhere.example/?status=failed', ''],
  ['javascript:alert(1)', ''],
])('of a query only what the job list understands is kept: %s', (query, kept) => {
  expect(createViewInput.parse({ name: ' A ', query })).toEqual({ name: 'A', query: kept });
});
