import { expect, test } from 'vitest';
import { PATIENCE } from '@/lib/testing/patience';
import { takeSlot } from './work-limit';

const MIB = 1024 * 1024;

test('bodies find a slot up to a limit, one alone whatever its size, and what ends makes room', () => {
  const alone = takeSlot(20 * MIB);
  expect(() => takeSlot(1)).toThrow('More arrives than can be stored');
  alone.end();
  const several = [2, 2].map((mib) => takeSlot(mib * MIB));
  expect(() => takeSlot(MIB)).toThrow('More arrives than can be stored');
  for (const slot of several) slot.end();
  takeSlot(MIB).end();
});

test('turns come in order; a body that is larger than expected keeps its slot', async () => {
  const order: number[] = [];
  const slots = [1, 2, 3].map(() => takeSlot(1000));
  await Promise.all(slots.map((slot, n) => slot.begin(3 * MIB).then(() => order.push(n))));
  expect(order).toEqual([0, 1, 2]);
  expect(() => takeSlot(1)).toThrow('More arrives than can be stored');
  for (const slot of slots) slot.end();
});

test('a body on a slow line gives its slot back, and needs one when it is complete', async () => {
  const slow = takeSlot(4.5 * MIB);
  await expect.poll(() => canTake(4.5 * MIB), PATIENCE).toBe(true);
  const quick = takeSlot(4.5 * MIB);
  await expect(slow.begin(4.5 * MIB)).rejects.toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 1 });
  quick.end();
  await slow.begin(4.5 * MIB);
  slow.end();
});

function canTake(bytes: number): boolean {
  try {
    takeSlot(bytes).end();
    return true;
  } catch {
    return false;
  }
}
