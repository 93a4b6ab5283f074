import { afterEach, expect, it, vi } from 'vitest';
import { TurnQueue } from './turn-queue';

afterEach(() => void vi.useRealTimers());

/** Work that ends when it is told to. */
function heldWork(turns: TurnQueue) {
  const log: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const start = (name: string, signal?: AbortSignal) =>
    turns.take(async () => {
      log.push(name);
      await new Promise<void>((resolve, reject) => ends.set(name, (error) => (error ? reject(error) : resolve())));
      return name;
    }, signal);
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { log, start, end };
}

it('lets two work at once, the others in the order of arrival, and goes on after a failure', async () => {
  const turns = new TurnQueue({ max: () => 2 });
  const { log, start, end } = heldWork(turns);
  const settled = Promise.allSettled(['a', 'b', 'c', 'd'].map((name) => start(name)));
  expect(log).toEqual(['a', 'b']);
  await end('b', new Error('b failed'));
  expect(log).toEqual(['a', 'b', 'c']);
  await end('a');
  expect(log).toEqual(['a', 'b', 'c', 'd']);
  await end('c');
  await end('d');
  expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(await turns.take(() => Promise.resolve('free again'))).toBe('free again');
});

it('hands a turn over to the one that waits, not to one that comes at that moment', async () => {
  const turns = new TurnQueue({ max: () => 1 });
  const { log, start, end } = heldWork(turns);
  const first = start('first').then(() => start('newcomer'));
  const waiting = start('waiting');
  await end('first');
  expect(log).toEqual(['first', 'waiting']);
  await end('waiting');
  await end('newcomer');
  expect(await Promise.all([first, waiting])).toEqual(['newcomer', 'waiting']);
});

it('refuses what has waited too long without beginning it, and its place is nobody’s', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const turns = new TurnQueue({ max: () => 1, deadline: { waitMs: 50, refusal: () => new Error('too many') } });
  const { log, start, end } = heldWork(turns);
  const first = start('first');
  const late = start('late');
  vi.advanceTimersByTime(49);
  const next = start('next');
  vi.advanceTimersByTime(1);
  await expect(late).rejects.toThrow('too many');
  await end('first');
  expect(log).toEqual(['first', 'next']);
  vi.advanceTimersByTime(1000);
  await end('next');
  expect(await Promise.all([first, next])).toEqual(['first', 'next']);
});

it('refuses at once who goes away before its turn, also who came without staying', async () => {
  const turns = new TurnQueue({ max: () => 1, deadline: { waitMs: 60_000, refusal: () => new Error('too many') } });
  const { log, start, end } = heldWork(turns);
  const first = start('first');
  const reader = new AbortController();
  const gone = start('gone', reader.signal);
  reader.abort();
  await expect(gone).rejects.toThrow('too many');
  await expect(start('never there', AbortSignal.abort())).rejects.toThrow('too many');
  await end('first');
  await first;
  expect(log).toEqual(['first']);
});
