import { expect, test } from 'vitest';
import { PATIENCE } from '@/lib/testing/patience';
import { takePlace } from './work-limit';

const MIB = 1024 * 1024;

test('bodies find a place up to a limit, one alone whatever its size, and what ends makes room', () => {
  const alone = takePlace(20 * MIB);
  expect(() => takePlace(1)).toThrow('More arrives than can be stored');
  alone.end();
  const several = [2, 2].map((mib) => takePlace(mib * MIB));
  expect(() => takePlace(MIB)).toThrow('More arrives than can be stored');
  for (const place of several) place.end();
  takePlace(MIB).end();
});

test('turns come in order; a body that is larger than expected keeps its place', async () => {
  const order: number[] = [];
  const places = [1, 2, 3].map(() => takePlace(1000));
  await Promise.all(places.map((place, n) => place.begin(3 * MIB).then(() => order.push(n))));
  expect(order).toEqual([0, 1, 2]);
  expect(() => takePlace(1)).toThrow('More arrives than can be stored');
  for (const place of places) place.end();
});

test('a body on a slow line gives its place back, and needs one when it is complete', async () => {
  const slow = takePlace(4.5 * MIB);
  await expect.poll(() => canTake(4.5 * MIB), PATIENCE).toBe(true);
  const quick = takePlace(4.5 * MIB);
  await expect(slow.begin(4.5 * MIB)).rejects.toMatchObject({ code: 'too_many_requests', retryAfterSeconds: 1 });
  quick.end();
  await slow.begin(4.5 * MIB);
  slow.end();
});

function canTake(bytes: number): boolean {
  try {
    takePlace(bytes).end();
    return true;
  } catch {
    return false;
  }
}
