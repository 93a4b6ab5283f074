import { expect, it } from 'vitest';
import { formatSettings, walSettings } from './server-settings';

const GIB = 1024 ** 3;

it.each([
  [0.2 * GIB, '32MB', '32MB', 'off'],
  [0.5 * GIB, '51MB', '32MB', 'off'],
  [10 * GIB, '1024MB', '80MB', 'on'],
  [500 * GIB, '2048MB', '80MB', 'on'],
])('leaves data its room on a disk of %d bytes', (diskBytes, most, least, isRecycled) => {
  expect(walSettings(diskBytes)).toEqual({ max_wal_size: most, min_wal_size: least, wal_recycle: isRecycled });
});

it('writes one setting a line, overrides instead of the default', () => {
  const lines = formatSettings({ synchronous_commit: 'off', max_wal_size: '1GB' }).split('\n');
  expect(lines).toContain("synchronous_commit = 'off'");
  expect(lines).toContain("max_wal_size = '1GB'");
  expect(lines.filter((line) => line.startsWith('synchronous_commit'))).toHaveLength(1);
});
