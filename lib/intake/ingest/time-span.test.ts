import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LineDraft } from '@/lib/store/chunks/line-draft';
import { clusterByTime } from './time-clusters';
import { clockSkews, timeSpan } from './time-span';

const NOW = Date.UTC(2026, 10, 27, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const line = (ms: number, device = ''): LineDraft => ({
  time: { ms, us: 0 },
  level: 20,
  component: '',
  device,
  phase: '',
  message: '',
  fields: '',
  clientSeq: null,
  open: [],
});
const at = (...offsets: number[]) => offsets.map((offset) => line(NOW + offset));

test.each([
  ['one line', at(-5), -5, -5],
  ['lines of an hour', at(-HOUR, -5, -10), -HOUR, -5],
  ['one a year behind', at(-365 * DAY, -2, -1), -2, -1],
  ['one a year behind and one of now', at(-365 * DAY, -1), -1, -1],
  ['one years ahead', at(3650 * DAY, -2, -1), -2, 0],
  ['some minutes ahead', at(60_000, 30_000), 0, 0],
  ['an import, with one of now', at(-400 * DAY, -400 * DAY, -400 * DAY + HOUR, -1), -400 * DAY, -400 * DAY + HOUR],
  ['clocks that were never set', [line(0), line(1000)], 0, 0],
])('%s', (_name, lines, from, to) => {
  expect(timeSpan(lines, NOW)).toMatchObject({ fromMs: NOW + from, toMs: NOW + to });
});

test('a device is off by its median, and only beyond a day', () => {
  const lines = [
    line(NOW, 'a'),
    line(NOW - 2 * DAY, 'b'),
    line(NOW - 2 * DAY, 'b'),
    line(NOW, 'b'),
    line(NOW - DAY, 'c'),
  ];
  const span = { fromMs: NOW - 60_000, toMs: NOW, isScattered: true };
  expect([...clockSkews(lines, span)]).toEqual([['b', -(2 * DAY - 60_000) / 1000]]);
});

test('clusters hold every line once, in the order sent, and lie apart by more than a silence', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: -3 * DAY, max: HOUR }), fc.constantFrom('', 'a', 'b'))),
      (given) => {
        if (given.length === 0) return;
        const lines = given.map(([offset, device]) => line(NOW + offset, device));
        const clusters = clusterByTime(lines, { receivedMs: NOW, idleMs: HOUR });
        expect(new Set(clusters.flatMap((each) => each.lines))).toEqual(new Set(lines));
        expect(clusters.flatMap((each) => each.lines)).toHaveLength(lines.length);
        for (const { lines: own } of clusters) {
          expect(own).toEqual(lines.filter((each) => own.includes(each)));
          expect(own.length).toBeGreaterThan(0);
        }
        for (const [index, { toMs }] of clusters.entries()) {
          const next = clusters[index + 1];
          if (next) expect(next.fromMs - toMs).toBeGreaterThan(HOUR);
        }
      },
    ),
  );
});

test('a device a year behind joins the present lines; old lines a day apart are two clusters', () => {
  const options = { receivedMs: NOW, idleMs: HOUR };
  expect(clusterByTime([line(NOW - 365 * DAY, 'old'), line(NOW, 'a'), line(NOW, 'b')], options)).toHaveLength(1);
  expect(clusterByTime([line(NOW - 365 * DAY), line(NOW), line(NOW)], options)).toHaveLength(2);
  const old = (day: number, device: string) => line(NOW - day * DAY, device);
  expect(clusterByTime([old(10, 'a'), old(10, 'b'), old(30, 'c')], options)).toHaveLength(2);
});
