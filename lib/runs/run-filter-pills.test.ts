import { describe, expect, it } from 'vitest';
import { runListCodec, type RunListState } from './run-filter-codec';
import { buildRunFilterPills } from './run-filter-pills';

const names = { jobName: (jobId: string) => `Job ${jobId}`, time: (iso: string) => iso.slice(0, 10) };

describe('buildRunFilterPills', () => {
  const state: RunListState = {
    status: ['failed', 'partial'],
    job: ['7'],
    type: ['config_backup'],
    device: ['fra-sw-12'],
    from: '2026-11-22T00:00:00Z',
    to: '2026-11-23T00:00:00Z',
    q: 'tacacs',
    site: ['fra'],
    gateway: ['gw-1'],
    trigger: ['manual'],
    cursor: 'abc',
  };
  const pills = buildRunFilterPills(state, names);

  it('shows every part of the filter in words', () => {
    expect(pills.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Status: Failed',
      'Status: Partial',
      'Job: Job 7',
      'Type: config_backup',
      'Site: fra',
      'Gateway: gw-1',
      'Trigger: manual',
      'Device: fra-sw-12',
      'From: 2026-11-22',
      'Before: 2026-11-23',
      'Text: tacacs',
    ]);
  });

  it('leaves out just the removed part, and the page', () => {
    expect(pills[0]?.without).toEqual({ ...state, status: ['partial'], cursor: undefined });
    expect(pills[2]?.without).toEqual({ ...state, job: undefined, cursor: undefined });
    expect(pills[10]?.without).toEqual({ ...state, q: undefined, cursor: undefined });
  });

  it('ends without any filter when each pill is removed in turn', () => {
    const rest = pills.reduce((left) => buildRunFilterPills(left, names)[0]?.without ?? left, state);
    expect(runListCodec.format(rest)).toBe('');
  });

  it('names a sliding range', () => {
    expect(buildRunFilterPills({ range: '24h' }, names)).toMatchObject([{ name: 'Started', value: 'Last 24 hours' }]);
  });
});
