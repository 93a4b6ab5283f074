import type { Cause } from './find-cause';
import { HISTORY_KINDS, MAX_NAMED_DEVICES, type CauseGroup, type History } from './schema';

/** A device with its failure; the device '' is the run itself. */
export type Failure = { device: string; site: string | null; cause: Cause; lineCount: number };

export type FailureGroup = { pattern: string; members: Failure[]; lineCount: number; isInGoodRuns: boolean };

/** `localeCompare` with options looks them up for each pair: 21 ms for 5,000 devices. */
const byName = new Intl.Collator('en', { numeric: true });

/**
 * Groups failures by pattern, each in the order of device names: the group with the most devices first, patterns that
 * good runs wrote too last.
 */
export function groupFailures(failures: readonly Failure[], inGoodRuns: ReadonlySet<string>): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const failure of failures) {
    const { pattern } = failure.cause;
    // An error of the run itself is no cause of a device, though the words may be the same.
    const key = `${failure.device === ''} ${pattern}`;
    const group = groups.get(key) ?? { pattern, members: [], lineCount: 0, isInGoodRuns: inGoodRuns.has(pattern) };
    group.members.push(failure);
    group.lineCount += failure.lineCount;
    groups.set(key, group);
  }
  for (const { members } of groups.values()) {
    members.sort((a, b) => byName.compare(a.device, b.device));
  }
  return [...groups.values()].sort(compareGroups);
}

/** An error of the run itself counts as no device: it stands behind those that hit some. */
const deviceCount = ({ members }: FailureGroup): number => members.filter(({ device }) => device !== '').length;

function compareGroups(a: FailureGroup, b: FailureGroup): number {
  return (
    Number(a.isInGoodRuns) - Number(b.isInGoodRuns) ||
    deviceCount(b) - deviceCount(a) ||
    b.lineCount - a.lineCount ||
    a.pattern.localeCompare(b.pattern, 'en')
  );
}

/** The devices whose history the answer tells. */
export const namedMembers = ({ members }: FailureGroup): Failure[] => members.slice(0, MAX_NAMED_DEVICES);

export function describeGroup(group: FailureGroup, historyOf: (failure: Failure) => History): CauseGroup {
  const { pattern, members, lineCount, isInGoodRuns } = group;
  const judged = namedMembers(group).map((failure) => ({ ...failure, history: historyOf(failure) }));
  const histories = judged.map(({ history }) => history);
  const texts = new Set(members.map(({ cause }) => cause.text));
  const seqs = members.flatMap(({ cause }) => cause.firstSeq ?? []);
  return {
    cause: texts.size === 1 ? [...texts].join('') : pattern,
    pattern,
    source:
      members.find(({ cause }) => cause.source === 'reported')?.cause.source ?? members[0]?.cause.source ?? 'none',
    deviceCount: deviceCount(group),
    devices: judged
      .filter(({ device }) => device !== '')
      .map(({ device, site, history }) => ({ device, site, history })),
    sites: countSites(members),
    lineCount,
    firstSeq: seqs.length > 0 ? seqs.reduce((a, b) => Math.min(a, b)) : null,
    search: members.find(({ cause }) => cause.search !== null)?.cause.search ?? null,
    kinds: countKinds(histories),
    longest: histories.reduce((a, b) => (b.runsInARow > a.runsInARow ? b : a)),
    isInGoodRuns,
  };
}

function countKinds(histories: readonly History[]): CauseGroup['kinds'] {
  const counts = HISTORY_KINDS.map((kind) => [kind, histories.filter((each) => each.kind === kind).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function countSites(members: readonly Failure[]): string[] {
  const counts = new Map<string, number>();
  for (const { site } of members) if (site) counts.set(site, (counts.get(site) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'en')).map(([site]) => site);
}
