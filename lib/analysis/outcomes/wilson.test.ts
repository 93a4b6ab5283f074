import { expect, test } from 'vitest';
import { wilsonInterval } from './wilson';

// Figures of R 4: binom::binom.confint(x, n, methods = "wilson").
test.each([
  [0, 10, 0, 0.2775],
  [10, 10, 0.7225, 1],
  [5, 10, 0.2366, 0.7634],
  [1, 1, 0.2065, 1],
  [290, 300, 0.9398, 0.9818],
])('%i of %i: %f to %f', (hits, total, low, high) => {
  const interval = wilsonInterval(hits, total);
  expect(interval.low).toBeCloseTo(low, 3);
  expect(interval.high).toBeCloseTo(high, 3);
});

test('nothing is known of nothing', () => expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 }));
