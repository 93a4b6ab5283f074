import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isShuttingDown, onShutdown, runStops } from './shutdown';

beforeEach(() => {
  vi.useFakeTimers();
  Reflect.deleteProperty(globalThis, Symbol.for('netraven.shutdown'));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('tells everybody before the first stop runs', async () => {
  const seen: boolean[] = [];
  onShutdown('a', async () => void seen.push(isShuttingDown()));
  expect(isShuttingDown()).toBe(false);
  await runStops(1000);
  expect(seen).toEqual([true]);
});

it('runs all stops though one fails, and names that one', async () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {});
  const other = vi.fn(async () => {});
  onShutdown('live tails', () => Promise.reject(new Error('broken')));
  onShutdown('background work', other);
  await runStops(1000);
  expect(other).toHaveBeenCalledOnce();
  expect(print.mock.calls).toEqual([['Stopping live tails failed: broken']]);
});

it('waits for a slow stop, but never longer than the limit', async () => {
  let isDone = false;
  onShutdown('stuck', () => new Promise(() => {}));
  const running = runStops(2000).then(() => (isDone = true));
  await vi.advanceTimersByTimeAsync(1999);
  expect(isDone).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  await running;
  expect(isDone).toBe(true);
});

it('keeps the last stop of a name', async () => {
  const [first, second] = [vi.fn(async () => {}), vi.fn(async () => {})];
  onShutdown('live tails', first);
  onShutdown('live tails', second);
  await runStops(1000);
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([0, 1]);
});
