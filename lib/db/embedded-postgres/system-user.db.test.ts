import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { canReach, findSystemUser, parsePasswdEntry } from './system-user';

const stranger = { name: 'stranger', uid: 54_321, gid: 54_321 };
let dir: string;
beforeEach(async () => (dir = await mkdtemp(path.join(os.tmpdir(), 'netraven-user-'))));
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(dir, { recursive: true });
});

it('is whoever runs the process, unless that is root', async () => {
  const getuid = vi.spyOn(process, 'getuid').mockReturnValue(1000);
  expect(await findSystemUser()).toBeUndefined();
  getuid.mockReturnValue(0);
  expect((await findSystemUser())?.uid).toBeGreaterThan(0);
});

it('reads passwd by the whole name', () => {
  const passwd = 'root:x:0:0::/root:/bin/sh\npostgresql:x:7:7:::\npostgres:x:101:104:PostgreSQL:/var/lib:/bin/bash\n';
  expect(parsePasswdEntry(passwd, 'postgres')).toEqual({ name: 'postgres', uid: 101, gid: 104 });
  expect(parsePasswdEntry(passwd, 'nobody')).toBeUndefined();
});

it('cannot reach what lies in somebody’s private folder', async () => {
  const target = path.join(dir, 'project/data');
  await mkdir(path.dirname(target), { mode: 0o755 });
  expect(await canReach(stranger, target)).toBe(false);
  await chmod(dir, 0o711);
  expect(await canReach(stranger, target)).toBe(true);
});
