import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVEL_NUMBER, LEVELS, type Level } from '@/lib/store/chunks/level';
import { diffMessages } from './diff-messages';
import { createMasker } from '@/lib/analysis/patterns/masker';
import { addLines, type MessageTally, type TalliedMessage } from '@/lib/analysis/patterns/message-tally';
import { MAX_MESSAGES } from './schema';

const mask = createMasker(['sw-1', 'sw-2']);

type Line = [level: Level, message: string, count: number, facts?: { component?: string; device?: string }];

function tally(...lines: Line[]): TalliedMessage[] {
  const found: MessageTally = new Map();
  let seq = 0;
  for (const [level, message, count, { component = 'gateway', device = 'sw-1' } = {}] of lines) {
    const all = <Item>(item: Item) => Array.from({ length: count }, () => item);
    const columns = {
      ...{ level: all(LEVEL_NUMBER[level]), component: all(component), device: all(device), message: all(message) },
      seq: all(0).map(() => (seq += 1)),
    };
    addLines(found, columns, { mask, isWanted: () => true });
  }
  return [...found.values()].flat();
}
const diff = (before: TalliedMessage[], now: TalliedMessage[], levels: readonly Level[] = LEVELS) =>
  diffMessages({ before, now }, levels);

describe('addLines', () => {
  it('makes one of what is equal once masked: lines add up, devices count once, the first line stays', () => {
    const [row] = tally(
      ['INFO', 'sw-1: received 12 bytes', 3],
      ['INFO', 'sw-2: received 1234 bytes', 4, { device: 'sw-2' }],
      ['INFO', 'sw-2: received 7 bytes', 1, { device: '' }],
    );
    expect(row).toMatchObject({ pattern: '<device>: received # bytes', count: 8, firstSeq: 1 });
    expect(row?.devices.size).toBe(2);
  });

  it('keeps levels, components and codes apart', () => {
    const rows = tally(
      ['INFO', 'answered HTTP 401', 1],
      ['INFO', 'answered HTTP 503', 1],
      ['ERROR', 'answered HTTP 503', 1],
      ['ERROR', 'answered HTTP 503', 1, { component: 'git' }],
    );
    expect(rows.length).toBe(4);
  });
});

describe('diffMessages', () => {
  it('puts errors before warnings before the rest; new, more, gone, fewer; then the greatest factor', () => {
    const before = tally(
      ['INFO', 'fetched', 100],
      ['INFO', 'stored', 100],
      ['WARNING', 'clock is behind', 2],
      ['ERROR', 'usual', 5],
      ['ERROR', 'old trouble', 5],
      ['DEBUG', 'steady', 9],
    );
    const now = tally(
      ['INFO', 'fetched', 98],
      ['INFO', 'stored', 10],
      ['INFO', 'trying again', 3],
      ['ERROR', 'usual', 50],
      ['ERROR', 'login refused', 1],
      ['DEBUG', 'steady', 9],
    );
    const { rows, counts } = diff(before, now);
    expect(rows.map(({ change, pattern }) => `${change} ${pattern}`)).toEqual([
      'new login refused',
      'more usual',
      'gone old trouble',
      'gone clock is behind',
      'new trying again',
      'fewer stored',
      'fewer fetched',
    ]);
    expect(counts).toEqual({ new: 2, more: 1, fewer: 2, gone: 2, same: 1 });
  });

  it('tells nothing of levels that were not read in both', () => {
    const { rows, counts, levels } = diff(tally(['INFO', 'a', 1]), tally(['ERROR', 'b', 1]), ['WARNING', 'ERROR']);
    expect(rows.map(({ pattern }) => pattern)).toEqual(['b']);
    expect(counts).toEqual({ new: 1, more: 0, fewer: 0, gone: 0, same: 0 });
    expect(levels).toEqual(['WARNING', 'ERROR']);
  });

  it('is bounded, its counts are not', () => {
    const word = (index: number) => [...index.toString(4)].map((digit) => 'wxyz'[Number(digit)]).join('');
    const { rows, counts } = diff([], tally(...Array.from({ length: 250 }, (_, at): Line => ['INFO', word(at), 1])));
    expect([rows.length, counts.new]).toEqual([MAX_MESSAGES, 250]);
  });

  it('counts what each run has alone; equal runs differ in nothing', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 6 });
    const messages = fc.uniqueArray(letters, { maxLength: 400 });
    fc.assert(
      fc.property(messages, messages, (one, other) => {
        const make = (texts: string[]) => tally(...texts.map((text): Line => ['INFO', text, 1]));
        const { rows, counts } = diff(make(one), make(other));
        expect(counts.new).toBe(other.filter((text) => !one.includes(text)).length);
        expect(counts.gone).toBe(one.filter((text) => !other.includes(text)).length);
        expect(rows.length).toBe(Math.min(MAX_MESSAGES, counts.new + counts.gone));
        expect(diff(make(one), make(one)).rows).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
