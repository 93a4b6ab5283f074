import { describe, expect, it } from 'vitest';
import { buildFacetRows, foldFacetRows, onlyFacetValue, toggleFacetValue } from './facet-rows';

const named = (value: string) => `Job ${value}`;

describe('buildFacetRows', () => {
  it('lists statuses in their own order and with their words', () => {
    const values = [
      { value: 'failed', count: 9 },
      { value: 'queued', count: 1 },
      { value: 'succeeded', count: 5 },
    ];
    const rows = buildFacetRows({ facet: 'status', values, state: { status: ['failed'] } }, named);
    expect(rows.map(({ label, isTicked }) => [label, isTicked])).toEqual([
      ['Queued', false],
      ['Succeeded', false],
      ['Failed', true],
    ]);
  });

  it('lists other values by name, and keeps what is ticked though no run has it', () => {
    const values = [
      { value: '2', label: 'Zulu', count: 9 },
      { value: '1', label: 'Alpha', count: 1 },
    ];
    expect(buildFacetRows({ facet: 'job', values, state: { job: ['7', '1'] } }, named)).toEqual([
      { value: '1', label: 'Alpha', count: 1, isTicked: true },
      { value: '7', label: 'Job 7', count: 0, isTicked: true },
      { value: '2', label: 'Zulu', count: 9, isTicked: false },
    ]);
  });
});

it('a folded facet shows those with most runs and those ticked, in the order of the whole', () => {
  const rows = [5, 1, 9, 0].map((count, n) => ({ value: `${n}`, label: `${n}`, count, isTicked: count === 0 }));
  expect(foldFacetRows(rows, 2).map(({ count }) => count)).toEqual([5, 9, 0]);
});

describe('choosing', () => {
  const state = { site: ['fra', 'ber'], q: 'x', cursor: 'page2' };

  it('the box adds and takes away, and goes back to the newest page', () => {
    expect(toggleFacetValue(state, 'site', 'lon')).toEqual({ q: 'x', site: ['fra', 'ber', 'lon'], cursor: undefined });
    expect(toggleFacetValue(state, 'site', 'fra')).toEqual({ q: 'x', site: ['ber'], cursor: undefined });
    expect(toggleFacetValue({ site: ['fra'] }, 'site', 'fra')).toEqual({ site: undefined, cursor: undefined });
  });

  it('the text means only this, and all when it was only this', () => {
    expect(onlyFacetValue(state, 'site', 'ber')).toEqual({ q: 'x', site: ['ber'], cursor: undefined });
    expect(onlyFacetValue({ site: ['ber'] }, 'site', 'ber')).toEqual({ site: undefined, cursor: undefined });
  });
});
