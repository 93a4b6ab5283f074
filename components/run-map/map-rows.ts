import { isBadDeviceStatus, type DeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK, DEVICE_STATUSES_WORST_FIRST } from '@/lib/runs/status-look';
import type { DeviceLane, RunTimeline } from '@/lib/analysis/timeline/schema';
import { errorCountOf, laneDuration, laneLineCount } from './lane-facts';
import type { MapPrefs } from './use-map-prefs';

export type LaneGroup = {
  key: string;
  label: string;
  /** Set when the group stands for a result that its devices share. */
  status: DeviceStatus | null;
  /** Indexes of its devices in the timeline, in the order of the rows. */
  lanes: readonly number[];
  lineCount: number;
  /** ERROR and CRITICAL lines, told while the group is folded. */
  errorCount: number;
  badCount: number;
  /** Failed groups are open, running ones while they are small; successful ones are folded. */
  opensAtFirst: boolean;
};

export type MapRow =
  | { kind: 'group'; key: string; group: LaneGroup; isOpen: boolean }
  | { kind: 'device' | 'component' | 'phase'; key: string; lane: number };

/** Most running devices of a group that is open by default. */
const FEW = 20;

type Arrangement = Pick<MapPrefs, 'group' | 'sort'> & { search: string };

/**
 * Devices in their groups, groups with failures first, without those that the search hides. Without grouping there is
 * one group.
 */
export function groupLanes({ devices, durationMs }: RunTimeline, { group, sort, search }: Arrangement): LaneGroup[] {
  const wanted = search.trim().toLowerCase();
  const found = devices
    .map((_lane, at) => at)
    .filter((at) => wanted === '' || searchText(devices[at]).includes(wanted))
    .sort(laneOrder(devices, sort, durationMs));
  const members = new Map<string, number[]>();
  for (const at of found) {
    const name = groupName(devices[at], group);
    const lanes = members.get(name);
    if (lanes) lanes.push(at);
    else members.set(name, [at]);
  }
  const isAlone = members.size === 1 || wanted !== '';
  const groups = [...members].map(([name, lanes]) => describeGroup(name, { lanes, devices, group, isAlone }));
  return group === 'result' ? groups.sort(worstFirst) : groups.sort(failedFirst);
}

const searchText = (lane: DeviceLane | undefined): string => `${lane?.device}\n${lane?.site ?? ''}`.toLowerCase();

function groupName(lane: DeviceLane | undefined, group: MapPrefs['group']): string {
  if (!lane || group === 'none') return '';
  return group === 'result' ? lane.status : (lane[group] ?? '');
}

type Members = { lanes: number[]; devices: readonly DeviceLane[]; group: MapPrefs['group']; isAlone: boolean };

function describeGroup(name: string, { lanes, devices, group, isAlone }: Members): LaneGroup {
  const members = lanes.flatMap((at) => devices[at] ?? []);
  const status = group === 'result' ? (members[0]?.status ?? null) : null;
  const badCount = members.filter((lane) => isBadDeviceStatus(lane.status)).length;
  const isGoingOn = members.some((lane) => lane.status === 'running' || lane.status === 'changed');
  return {
    key: `${group}:${name}`,
    label: status ? DEVICE_STATUS_LOOK[status].label : name || `No ${group}`,
    status,
    lanes,
    lineCount: members.reduce((sum, lane) => sum + laneLineCount(lane), 0),
    errorCount: members.reduce((sum, lane) => sum + errorCountOf(lane), 0),
    badCount,
    opensAtFirst: isAlone || group === 'none' || badCount > 0 || (isGoingOn && members.length <= FEW),
  };
}

const rankOf = ({ status }: LaneGroup): number => (status ? DEVICE_STATUSES_WORST_FIRST.indexOf(status) : 0);
const worstFirst = (a: LaneGroup, b: LaneGroup): number => rankOf(a) - rankOf(b);
const byName = new Intl.Collator('en', { numeric: true });
const failedFirst = (a: LaneGroup, b: LaneGroup): number => b.badCount - a.badCount || byName.compare(a.label, b.label);

type Order = (a: number, b: number) => number;

/** Order within a group; equal devices stay in the order of names, as the timeline has them. */
function laneOrder(devices: readonly DeviceLane[], sort: MapPrefs['sort'], nowMs: number): Order {
  const names = rankNames(devices);
  const nameOrder: Order = (a, b) => (names[a] ?? 0) - (names[b] ?? 0);
  const value = (at: number): number => {
    const lane = devices[at];
    if (!lane) return 0;
    if (sort === 'start') return lane.startMs ?? Infinity;
    return sort === 'errors' ? -errorCountOf(lane) : -(laneDuration(lane, nowMs) ?? -1);
  };
  if (sort === 'name') return nameOrder;
  const values = devices.map((_lane, at) => value(at));
  return (a, b) => compare(values[a] ?? 0, values[b] ?? 0) || nameOrder(a, b);
}

const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

const ranks = new WeakMap<readonly DeviceLane[], number[]>();

/** Rank of each device in natural name order; comparing 5,000 names takes some 30 ms, so it is done once. */
function rankNames(devices: readonly DeviceLane[]): number[] {
  const known = ranks.get(devices);
  if (known) return known;
  const order = devices.map((_lane, at) => at);
  order.sort((a, b) => byName.compare(devices[a]?.device ?? '', devices[b]?.device ?? ''));
  const rank: number[] = [];
  for (const [nth, at] of order.entries()) rank[at] = nth;
  ranks.set(devices, rank);
  return rank;
}

/** The rows of the groups; `choices` says which the reader opened or folded. */
export function buildDeviceRows(
  groups: readonly LaneGroup[],
  { devices }: RunTimeline,
  choices: ReadonlyMap<string, boolean>,
): MapRow[] {
  return groups.flatMap((group): MapRow[] => {
    const isOpen = choices.get(group.key) ?? group.opensAtFirst;
    const lanes = isOpen
      ? group.lanes.map((lane): MapRow => ({ kind: 'device', key: `device:${devices[lane]?.device}`, lane }))
      : [];
    const hasHeader = !group.key.startsWith('none:');
    return hasHeader ? [{ kind: 'group', key: group.key, group, isOpen }, ...lanes] : lanes;
  });
}

/** Rows of the other lanes; a search finds names. */
export function buildPlainRows(kind: 'component' | 'phase', timeline: RunTimeline, search: string): MapRow[] {
  const names = kind === 'phase' ? timeline.phases : timeline.components.map(({ component }) => component);
  const wanted = search.trim().toLowerCase();
  return names.flatMap((name, lane): MapRow[] =>
    name.toLowerCase().includes(wanted) ? [{ kind, key: `${kind}:${name}`, lane }] : [],
  );
}

/** What a row is called in lines; '' for a group. */
export function nameOf(row: MapRow, timeline: RunTimeline): string {
  switch (row.kind) {
    case 'device':
      return timeline.devices[row.lane]?.device ?? '';
    case 'component':
      return timeline.components[row.lane]?.component ?? '';
    case 'phase':
      return timeline.phases[row.lane] ?? '';
    case 'group':
      return '';
    default:
      return row satisfies never;
  }
}

/** Where the visible rows have gone: the new index of the first row from `index` on that is still there. */
export function followRow(before: readonly MapRow[], after: readonly MapRow[], index: number): number {
  const indexes = new Map(after.map((row, at) => [row.key, at]));
  for (let at = index; at < before.length; at += 1) {
    const found = indexes.get(before[at]?.key ?? '');
    if (found !== undefined) return found;
  }
  return Math.min(index, Math.max(0, after.length - 1));
}
