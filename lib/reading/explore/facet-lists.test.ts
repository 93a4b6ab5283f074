import { expect, test } from 'vitest';
import { buildFacets, listCounters, listNames, MAX_FACET_NAMES } from './facet-lists';

test('parts of a name are added up, the largest come first, ties by name, names without lines are left out', () => {
  expect(
    listNames([
      { name: 'b', count: 2 },
      { name: 'a', count: 1 },
      { name: 'gone', count: 3 },
      { name: 'c', count: 5 },
      { name: 'a', count: 1 },
      { name: 'gone', count: -3 },
    ]),
  ).toEqual({
    kept: [
      { name: 'c', count: 5 },
      { name: 'a', count: 2 },
      { name: 'b', count: 2 },
    ],
    omitted: 0,
  });
});

test('a long list is cut and says by how much', () => {
  const { kept, omitted } = listNames(Array.from({ length: 250 }, (_, n) => ({ name: `d${n}`, count: n })));
  expect([kept.length, omitted, kept[0]?.name]).toEqual([MAX_FACET_NAMES, 249 - MAX_FACET_NAMES, 'd249']);
});

test('counters become lists of the wanted levels, with the names of jobs', () => {
  const sums = [
    { jobId: '1', component: 'gateway', levelCounts: [10, 0, 0, 2, 0] },
    { jobId: '2', component: 'gateway', levelCounts: [0, 7, 0, 1, 0] },
    { jobId: '2', component: '', levelCounts: [0, 0, 0, 0, 1] },
  ];
  const none = { kept: [], omitted: 0 };
  expect(buildFacets({ ...listCounters(sums), devices: none }, new Map([['1', 'Nightly']]))).toEqual({
    levels: [
      { level: 'DEBUG', count: 10 },
      { level: 'INFO', count: 7 },
      { level: 'ERROR', count: 3 },
      { level: 'CRITICAL', count: 1 },
    ],
    components: [
      { component: 'gateway', count: 20 },
      { component: '', count: 1 },
    ],
    devices: [],
    jobs: [
      { jobId: '1', jobName: 'Nightly', count: 12 },
      { jobId: '2', jobName: '2', count: 9 },
    ],
    omitted: { components: 0, devices: 0, jobs: 0 },
  });
  expect(listCounters(sums, ['ERROR']).components).toEqual({ kept: [{ name: 'gateway', count: 3 }], omitted: 0 });
});
