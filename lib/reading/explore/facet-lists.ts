import { LEVELS, sumOfLevels, type Level } from '@/lib/store/chunks/level';
import type { Facets } from './schema';

/** Most names of a list; the others are only counted. */
export const MAX_FACET_NAMES = 100;

export type NameCount = { name: string; count: number };
/** The names with the most lines first, and how many names with fewer are left out. */
export type NameList = { kept: NameCount[]; omitted: number };
export type FacetLists = { levels: NameList; components: NameList; devices: NameList; jobs: NameList };

/** Adds up the parts of each name; names without a line are left out. */
export function listNames(parts: Iterable<NameCount>): NameList {
  const totals = new Map<string, number>();
  for (const { name, count } of parts) totals.set(name, (totals.get(name) ?? 0) + count);
  const some = [...totals]
    .map(([name, count]) => ({ name, count }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1));
  return { kept: some.slice(0, MAX_FACET_NAMES), omitted: Math.max(0, some.length - MAX_FACET_NAMES) };
}

/** Lines of a job and component per level, in the order of LEVELS. */
export type CounterSum = { jobId: string; component: string; levelCounts: number[] };

/** The lists that counters know. */
export function listCounters(
  sums: readonly CounterSum[],
  levels: readonly Level[] = LEVELS,
): Omit<FacetLists, 'devices'> {
  const total = (counts: readonly number[]) => sumOfLevels(counts, levels);
  return {
    levels: listNames(
      sums.flatMap(({ levelCounts }) => levels.map((name) => ({ name, count: sumOfLevels(levelCounts, [name]) }))),
    ),
    components: listNames(sums.map(({ component, levelCounts }) => ({ name: component, count: total(levelCounts) }))),
    jobs: listNames(sums.map(({ jobId, levelCounts }) => ({ name: jobId, count: total(levelCounts) }))),
  };
}

/** The answer's lists. `jobNames` are those of the listed jobs; a deleted job is shown by its id. */
export function buildFacets(
  lists: FacetLists,
  jobNames: ReadonlyMap<string, string>,
): Omit<Facets, 'from' | 'to' | 'partial'> {
  const { levels, components, devices, jobs } = lists;
  return {
    levels: levels.kept.flatMap(({ name, count }) =>
      LEVELS.filter((level) => level === name).map((level) => ({ level, count })),
    ),
    components: components.kept.map(({ name, count }) => ({ component: name, count })),
    devices: devices.kept.map(({ name, count }) => ({ device: name, count })),
    jobs: jobs.kept.map(({ name, count }) => ({ jobId: name, jobName: jobNames.get(name) ?? name, count })),
    omitted: { components: components.omitted, devices: devices.omitted, jobs: jobs.omitted },
  };
}
