import type { RunFacet, RunFacetValue } from './run-facets';
import type { RunListState } from './run-filter-codec';
import { RUN_STATUSES } from './status';
import { runStatusLabel } from './status-look';

export type FacetRow = { value: string; label: string; count: number; isTicked: boolean };

/**
 * One facet's values as listed: ordered by name (statuses in their own order), so that none moves while its count
 * changes. Ticked values are listed even when no run has them; `nameOf` names such a value.
 */
export function buildFacetRows(
  { facet, values, state }: { facet: RunFacet; values: readonly RunFacetValue[]; state: RunListState },
  nameOf: (value: string) => string,
): FacetRow[] {
  const ticked: readonly string[] = state[facet] ?? [];
  const counted = new Set(values.map(({ value }) => value));
  const missing = ticked.filter((value) => !counted.has(value)).map((value) => ({ value, count: 0 }));
  const rows = [...values, ...missing].map(({ value, count, label }: RunFacetValue) => ({
    value,
    count,
    label: facet === 'status' ? runStatusLabel(value) : (label ?? nameOf(value)),
    isTicked: ticked.includes(value),
  }));
  return facet === 'status' ? rows.sort(byStatus) : rows.sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

const byStatus = (a: FacetRow, b: FacetRow): number => statusRank(a.value) - statusRank(b.value);
const statusRank = (value: string): number => RUN_STATUSES.findIndex((status) => status === value);

/** The rows to show while the list is folded: the `limit` with most runs, and whatever is ticked; in their order. */
export function foldFacetRows(rows: readonly FacetRow[], limit: number): FacetRow[] {
  const most = new Set([...rows].sort((a, b) => b.count - a.count).slice(0, limit));
  return rows.filter((row) => row.isTicked || most.has(row));
}

/** The list's state with `value` ticked, or no longer; back at the newest page. */
export function toggleFacetValue(state: RunListState, facet: RunFacet, value: string): RunListState {
  const ticked: readonly string[] = state[facet] ?? [];
  const rest = ticked.filter((other) => other !== value);
  return withFacet(state, facet, rest.length < ticked.length ? rest : [...ticked, value]);
}

/** The list's state with `value` as the only ticked one of its facet, or with none when it was that already. */
export function onlyFacetValue(state: RunListState, facet: RunFacet, value: string): RunListState {
  const ticked: readonly string[] = state[facet] ?? [];
  return withFacet(state, facet, ticked.length === 1 && ticked[0] === value ? [] : [value]);
}

const withFacet = (state: RunListState, facet: RunFacet, values: readonly string[]): RunListState => ({
  ...state,
  [facet]: values.length > 0 ? values : undefined,
  cursor: undefined,
});
