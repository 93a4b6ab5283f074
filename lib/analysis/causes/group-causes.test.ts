import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cause } from './find-cause';
import { describeGroup, groupFailures, type Failure } from './group-causes';
import { MAX_NAMED_DEVICES, type History } from './schema';

const history = (runsInARow: number): History => ({
  kind: runsInARow > 1 ? 'known' : 'new',
  runsInARow,
  isAtLeast: false,
  since: null,
});
const cause = (text: string, pattern = text): Cause => ({ source: 'line', text, pattern, search: null, firstSeq: 7 });
const failure = (device: string, of: Cause, lineCount = 1): Failure => ({
  device,
  site: device.slice(0, 3),
  cause: of,
  lineCount,
});
const describeAll = (failures: Failure[], inGoodRuns: string[] = []) =>
  groupFailures(failures, new Set(inGoodRuns)).map((group) => describeGroup(group, () => history(1)));

describe('groupFailures', () => {
  it('puts the most devices first, the run’s own errors behind, what good runs have too last', () => {
    const groups = describeAll(
      [
        failure('ams-sw-1', cause('usual')),
        failure('ams-sw-2', cause('usual')),
        failure('ams-sw-3', cause('usual')),
        failure('', cause('push rejected'), 90),
        failure('ber-rt-1', cause('one'), 2),
        failure('ber-rt-2', cause('other'), 9),
        failure('fra-sw-10', cause('both')),
        failure('fra-sw-9', cause('both')),
      ],
      ['usual'],
    );
    expect(groups.map((group) => [group.cause, group.deviceCount, group.lineCount])).toEqual([
      ['both', 2, 2],
      ['other', 1, 9],
      ['one', 1, 2],
      ['push rejected', 0, 90],
      ['usual', 3, 3],
    ]);
    expect(groups[0]?.devices.map(({ device }) => device)).toEqual(['fra-sw-9', 'fra-sw-10']);
    expect(groups.at(-1)?.isInGoodRuns).toBe(true);
  });

  it('shows the text where it is one, else the pattern', () => {
    const [group] = describeAll([
      failure('a', cause('port 1 down', 'port # down')),
      failure('b', cause('port 2 down', 'port # down')),
    ]);
    expect(group).toMatchObject({ cause: 'port # down', deviceCount: 2, firstSeq: 7 });
  });

  it('names so many devices and counts all', () => {
    const many = Array.from({ length: MAX_NAMED_DEVICES + 50 }, (_, at) => failure(`sw-${at}`, cause('down')));
    const [group] = describeAll(many);
    expect(group?.devices).toHaveLength(MAX_NAMED_DEVICES);
    expect(group).toMatchObject({ deviceCount: MAX_NAMED_DEVICES + 50, kinds: { new: MAX_NAMED_DEVICES } });
  });

  it('loses no device and no line', () => {
    const anyFailure = fc.record({ device: fc.string(), text: fc.constantFrom('a', 'b', 'c'), lines: fc.nat(99) });
    fc.assert(
      fc.property(fc.array(anyFailure), (drafts) => {
        const groups = describeAll(drafts.map(({ device, text, lines }) => failure(device, cause(text), lines)));
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(groups.map(({ lineCount }) => lineCount))).toBe(sum(drafts.map(({ lines }) => lines)));
        const named = drafts.filter(({ device }) => device !== '').length;
        expect(sum(groups.map(({ deviceCount }) => deviceCount))).toBe(named);
      }),
    );
  });

  it('tells the longest history of a group, and how many have which', () => {
    const runs = new Map([
      ['a', 1],
      ['b', 5],
      ['c', 2],
    ]);
    const [group] = groupFailures(
      [...runs.keys()].map((name) => failure(name, cause('down'))),
      new Set(),
    );
    expect(group && describeGroup(group, ({ device }) => history(runs.get(device) ?? 0))).toMatchObject({
      kinds: { new: 1, known: 2 },
      longest: { runsInARow: 5 },
    });
  });
});
