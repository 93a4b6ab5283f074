import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { handleSignals } from './handle-signals';
import { onShutdown } from './shutdown';

const exits: unknown[] = [];

beforeEach(() => {
  exits.length = 0;
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  Reflect.deleteProperty(globalThis, Symbol.for('netraven.shutdown'));
  vi.spyOn(process, 'exit').mockImplementation((code): never => {
    exits.push(code);
    return undefined as never;
  });
});
afterEach(() => {
  process.removeAllListeners('SIGTERM').removeAllListeners('SIGINT');
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it('runs the stops, then closes the database, then ends with 0', async () => {
  const order: string[] = [];
  onShutdown('live tails', async () => void order.push('tails'));
  handleSignals(async () => void order.push('database'));
  process.emit('SIGTERM');
  await vi.advanceTimersByTimeAsync(0);
  expect(order).toEqual(['tails', 'database']);
  expect(exits).toEqual([0]);
});

it('ends after 4 s though the database never closes', async () => {
  handleSignals(() => new Promise(() => {}));
  process.emit('SIGINT');
  await vi.advanceTimersByTimeAsync(3999);
  expect(exits).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(exits).toEqual([0]);
});

it('takes a second signal for the same one at first, later for impatience', async () => {
  handleSignals(() => new Promise(() => {}));
  process.emit('SIGINT');
  await vi.advanceTimersByTimeAsync(10);
  process.emit('SIGINT');
  expect(exits).toEqual([]);
  await vi.advanceTimersByTimeAsync(600);
  process.emit('SIGINT');
  expect(exits).toEqual([1]);
});
