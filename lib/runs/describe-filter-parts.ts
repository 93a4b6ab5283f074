import { RUN_FACETS } from './run-facets';
import type { RunFilterPart } from './run-filter-counts';
import type { RunListState } from './run-filter-codec';
import { buildRunFilterPills, type RunFilterPill } from './run-filter-pills';

export type RunFilterPartText = {
  part: RunFilterPart;
  name: string;
  value: string;
  /** The list's state without all of the part. */
  without: RunListState;
};

const TIME: readonly string[] = ['range', 'from', 'to'];
const LISTS: readonly RunFilterPart[] = [...RUN_FACETS, 'device'];

/** The parts of a filter in words: values of one list are one part, since each added value shows more runs, not fewer. */
export function describeFilterParts(
  state: RunListState,
  names: Parameters<typeof buildRunFilterPills>[1],
): RunFilterPartText[] {
  const pills = buildRunFilterPills(state, names);
  const parts = [...new Set(pills.map(partOf))];
  return parts.map((part) => {
    const own = pills.filter((pill) => partOf(pill) === part);
    const isRange = part === 'time' && own.length > 1;
    return {
      part,
      name: part === 'time' ? 'Started' : (own[0]?.name ?? ''),
      value:
        part === 'time'
          ? own.map((pill) => timeText(pill, isRange)).join(', ')
          : own.map(({ value }) => value).join(' or '),
      without: withoutPart(state, part),
    };
  });
}

const partOf = ({ id }: RunFilterPill): RunFilterPart => {
  if (TIME.includes(id)) return 'time';
  return LISTS.find((part) => id.startsWith(`${part}:`)) ?? 'q';
};

const timeText = ({ id, name, value }: RunFilterPill, isRange: boolean): string =>
  id === 'range' && !isRange ? value : `${name.toLowerCase()} ${value}`;

function withoutPart(state: RunListState, part: RunFilterPart): RunListState {
  const base = { ...state, cursor: undefined };
  return part === 'time'
    ? { ...base, range: undefined, from: undefined, to: undefined }
    : { ...base, [part]: undefined };
}
