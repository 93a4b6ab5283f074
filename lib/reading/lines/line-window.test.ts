import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendTailLines, createWindow, lineAt, PAGE_SIZE, pagesFor, totalOf } from './line-window';
import type { Level } from '@/lib/store/chunks/level';
import type { Line } from '@/lib/store/chunks/line';

const line = (seq: number, level: Level = 'INFO'): Line => ({
  seq,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:07.220Z',
  level,
  component: 'gateway',
  device: '',
  phase: '',
  message: `line ${seq}`,
  fields: {},
});
const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => line(from + at));

describe('a window over a list', () => {
  it('keeps what the tail brought, since the pages do not know it', () => {
    const listed = appendTailLines(createWindow({ total: 3, lastSeq: 100 }, true), lines(101, 12_100));
    expect([listed.settledCount, totalOf(listed)]).toEqual([3, 12_003]);
    expect(lineAt(listed, new Map(), 3)?.seq).toBe(101);
    expect(pagesFor(listed, { start: 0, end: 500 })).toEqual([{ page: 0, offset: 0, limit: 3 }]);
  });
});

describe('pagesFor', () => {
  const window = createWindow({ total: 1050, lastSeq: 1050 });

  it('names the pages that the window touches', () => {
    expect(pagesFor(window, { start: 190, end: 410 }).map(({ page }) => page)).toEqual([0, 1, 2]);
    expect(pagesFor(window, { start: 200, end: 400 }).map(({ page }) => page)).toEqual([1]);
  });

  it('asks for no more than there is at the end, and for nothing outside', () => {
    expect(pagesFor(window, { start: 1000, end: 2000 })).toEqual([{ page: 5, offset: 1000, limit: 50 }]);
    expect(pagesFor(window, { start: -50, end: 10 })).toEqual([{ page: 0, offset: 0, limit: PAGE_SIZE }]);
    expect(pagesFor(createWindow({ total: 0, lastSeq: 0 }), { start: 0, end: 40 })).toEqual([]);
  });

  it('asks for nothing that the tail holds', () => {
    const longer = appendTailLines(window, lines(1051, 1100));
    expect(pagesFor(longer, { start: 1060, end: 1100 }).map(({ limit }) => limit)).toEqual([50]);
    expect(pagesFor(createWindow({ total: 0, lastSeq: 0 }), { start: 0, end: 5 })).toEqual([]);
  });
});

describe('appendTailLines', () => {
  it('counts lines and errors, and a repeat never', () => {
    const start = createWindow({ total: 2, lastSeq: 7 });
    const once = appendTailLines(start, [line(7, 'ERROR'), line(9, 'ERROR'), line(12, 'CRITICAL')]);
    expect([totalOf(once), once.lastSeq, once.tailErrorCount]).toEqual([4, 12, 2]);
    expect(appendTailLines(once, [line(9), line(12)])).toBe(once);
  });

  it('gives old lines back to the pages at a page border', () => {
    const start = createWindow({ total: 150, lastSeq: 150 });
    const long = appendTailLines(start, lines(151, 12_000));
    expect(totalOf(long)).toBe(12_000);
    expect(long.settledCount % PAGE_SIZE).toBe(0);
    expect(long.tail.length).toBeLessThan(5001);
    expect(lineAt(long, new Map(), 11_999)?.seq).toBe(12_000);
    expect(lineAt(long, new Map(), long.settledCount)?.seq).toBe(long.settledCount + 1);
  });

  it('shows every line once at its own index, however batches overlap', () => {
    const batches = fc.array(fc.tuple(fc.nat(60), fc.nat(40)), { maxLength: 20 });
    fc.assert(
      fc.property(fc.nat(500), batches, (settled, ranges) => {
        let window = createWindow({ total: settled, lastSeq: settled });
        for (const [back, ahead] of ranges) {
          window = appendTailLines(window, lines(Math.max(1, window.lastSeq - back), window.lastSeq + ahead));
        }
        expect(totalOf(window)).toBe(window.lastSeq);
        window.tail.forEach((each, at) => expect(each.seq).toBe(settled + at + 1));
      }),
    );
  });
});

describe('lineAt', () => {
  it('reads pages, then the tail, and knows what is not there', () => {
    const window = appendTailLines(createWindow({ total: 201, lastSeq: 201 }), [line(202)]);
    const pages = new Map([[1, [line(201)]]]);
    expect([199, 200, 201, 202].map((index) => lineAt(window, pages, index)?.seq)).toEqual([
      undefined,
      201,
      202,
      undefined,
    ]);
  });
});
