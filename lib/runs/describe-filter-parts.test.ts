import { expect, it } from 'vitest';
import { describeFilterParts } from './describe-filter-parts';
import type { RunListState } from './run-filter-codec';

const names = { jobName: (jobId: string) => `Job ${jobId}`, time: (iso: string) => iso.slice(0, 10) };
const textsOf = (state: RunListState) =>
  describeFilterParts(state, names).map(({ part, name, value }) => [part, `${name}: ${value}`]);

it('tells each part once, with all its values', () => {
  expect(
    textsOf({
      status: ['failed', 'partial'],
      job: ['7'],
      device: ['core, left'],
      from: '2026-11-22T00:00:00Z',
      to: '2026-11-23T00:00:00Z',
      q: 'tacacs',
      cursor: 'abc',
    }),
  ).toEqual([
    ['status', 'Status: Failed or Partial'],
    ['job', 'Job: Job 7'],
    ['device', 'Device: core, left'],
    ['time', 'Started: from 2026-11-22, before 2026-11-23'],
    ['q', 'Text: tacacs'],
  ]);
  expect(textsOf({ range: '24h' })).toEqual([['time', 'Started: Last 24 hours']]);
  expect(textsOf({ cursor: 'abc' })).toEqual([]);
});

it('takes all of a part away, and starts at the newest page', () => {
  const state: RunListState = { status: ['failed'], from: '2026-11-22T00:00:00Z', cursor: 'abc' };
  expect(describeFilterParts(state, names).map(({ without }) => without)).toEqual([
    { from: '2026-11-22T00:00:00Z' },
    { status: ['failed'] },
  ]);
});
