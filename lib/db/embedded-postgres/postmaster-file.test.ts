import { expect, it } from 'vitest';
import { disownPostmasterFile, parsePostmasterFile } from './postmaster-file';

const READY = [
  '4711',
  '/data/cluster',
  '1795426720',
  '40123',
  '',
  '127.0.0.1',
  '  1234567         0',
  'ready   ',
  '',
].join('\n');

it('reads process id and port', () => {
  expect(parsePostmasterFile(READY)).toEqual({ pid: 4711, port: 40123 });
});

it.each(['', '4711\n/data/cluster\n', 'x\n\n\n40123\n', '0\n\n\n40123\n'])(
  'makes nothing of a half-written file: %j',
  (text) => {
    expect(parsePostmasterFile(text)).toBeUndefined();
  },
);

it('changes only the process id, to one that cannot live', () => {
  const [pid, ...rest] = disownPostmasterFile(READY).split('\n');
  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
  expect(rest).toEqual(READY.split('\n').slice(1));
});
