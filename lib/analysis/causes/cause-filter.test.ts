import { describe, expect, it } from 'vitest';
import { addCauseFilter, causeFilter, isPartOfCause } from './cause-filter';
import { describeHistory, formatOrdinal } from './history-text';
import type { CauseGroup, History } from './schema';

const history: History = { kind: 'new', runsInARow: 1, isAtLeast: false, since: null };
const group = (deviceCount: number, facts: Partial<CauseGroup> = {}): CauseGroup => ({
  cause: 'timeout',
  pattern: 'timeout',
  source: 'line',
  deviceCount,
  devices: Array.from({ length: Math.min(deviceCount, 100) }, (_, at) => ({
    device: `fra-sw-${at}`,
    site: 'fra',
    history,
  })),
  sites: ['fra'],
  lineCount: 31,
  firstSeq: 1,
  search: '"timed out"',
  kinds: { new: deviceCount },
  longest: history,
  isInGoodRuns: false,
  ...facts,
});
const level = ['ERROR', 'CRITICAL'];

describe('causeFilter', () => {
  it('names the devices while they are few, else the words', () => {
    expect(causeFilter(group(2))).toEqual({ level, device: ['fra-sw-0', 'fra-sw-1'] });
    expect(causeFilter(group(101))).toEqual({ level, q: '"timed out"' });
    expect(causeFilter(group(0))).toEqual({ level, q: '"timed out"' });
    expect(causeFilter(group(0, { search: null }))).toEqual({ level, q: undefined });
  });

  it('says when devices are left out', () => {
    expect(isPartOfCause(group(101, { search: null }))).toBe(true);
    expect([group(100), group(101), group(0)].map(isPartOfCause)).toEqual([false, false, false]);
    const long = Array.from({ length: 100 }, (_, at) => ({ device: 'x'.repeat(190) + at, site: null, history }));
    const filter = causeFilter(group(100, { devices: long, search: null }));
    expect(filter.device?.join(',').length).toBeLessThanOrEqual(3000);
  });

  it('shows all lines of devices that wrote no error', () => {
    expect(causeFilter(group(1, { lineCount: 0 })).level).toBeUndefined();
  });

  it('adds devices to devices', () => {
    expect(addCauseFilter({ level: ['ERROR', 'CRITICAL'], device: ['ber-rt-01', 'fra-sw-0'] }, group(2))).toEqual({
      level,
      device: ['ber-rt-01', 'fra-sw-0', 'fra-sw-1'],
    });
    expect(addCauseFilter({ device: ['ber-rt-01'] }, group(1)).level).toBeUndefined();
    expect(addCauseFilter({ q: 'x' }, group(1))).toEqual(causeFilter(group(1)));
  });
});

describe('describeHistory', () => {
  const text = (kinds: CauseGroup['kinds'], longest: Partial<History> = {}, comparedRuns = 20) =>
    describeHistory({ kinds, longest: { ...history, ...longest } }, comparedRuns)?.text;

  it('says what the runs before tell', () => {
    expect(text({ new: 4 })).toBe('new');
    expect(text({ known: 2 }, { runsInARow: 5 })).toBe('known, 5th run in a row');
    expect(text({ known: 2 }, { runsInARow: 21, isAtLeast: true })).toBe('known, 21+ runs in a row');
    expect(text({ flaky: 1 })).toBe('comes and goes');
    expect(text({ recovered: 1 })).toBe('recovered');
    expect(text({ recovered: 1 }, { runsInARow: 3 })).toBe('recovered after 3 runs');
    expect(text({ known: 1, new: 3 })).toBe('3 new, 1 known');
    expect(text({ new: 4 }, {}, 0)).toBeUndefined();
  });

  it('counts in English', () => {
    expect([1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111].map(formatOrdinal).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 103rd 111th',
    );
  });
});
