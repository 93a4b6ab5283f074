import type { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { keepRunning } from './keep-running';

/** Starts that are answered by hand; each runner knows how often it was stopped, and a second time is an error, as of graphile-worker's. */
function openStarts() {
  const starts: { events: EventEmitter; succeed: () => void; fail: () => void; stops: number }[] = [];
  const start = (events: unknown) =>
    new Promise<{ stop: () => Promise<void> }>((resolve, reject) => {
      const one = {
        events: events as EventEmitter,
        stops: 0,
        succeed: () => resolve({ stop }),
        fail: () => reject(new Error('no database')),
      };
      const stop = async () => {
        one.stops += 1;
        if (one.stops > 1) throw new Error('Runner is already stopped');
      };
      starts.push(one);
    });
  return { starts, start };
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A runner that has met its third failure, and whose successor is asked to start. */
async function openBroken() {
  const { starts, start } = openStarts();
  const keeping = keepRunning(start);
  starts[0]?.succeed();
  const stop = await keeping;
  for (let look = 0; look < 3; look += 1) starts[0]?.events.emit('worker:getJob:error', {});
  await turn();
  expect(starts.map(({ stops }) => stops)).toEqual([1, 0]);
  return { starts, stop };
}

test('told to stop between two starts, it stops no runner twice', async () => {
  const { starts, stop } = await openBroken();
  starts[1]?.fail();
  await turn();
  await stop();
  expect(starts.map(({ stops }) => stops)).toEqual([1, 0]);
});

test('told to stop while another runner starts, it stops that one', async () => {
  const { starts, stop } = await openBroken();
  const stopped = stop();
  starts[1]?.succeed();
  await stopped;
  expect(starts.map(({ stops }) => stops)).toEqual([1, 1]);
});
