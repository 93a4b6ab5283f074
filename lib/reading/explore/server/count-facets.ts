import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { withSearchBudget } from '@/lib/db/search-budget';
import { countedRange, type CountedRange } from '../bucket';
import { buildFacets, listCounters, type FacetLists } from '../facet-lists';
import type { Facets, FacetsQuery, LineSearch } from '../schema';
import { countDevices } from './sql/count-devices';
import { countNames } from './sql/count-names';
import { isCounted } from './sql/counted-lines';
import { scanFacets } from './sql/scan-facets';
import { SEARCH_MS } from './sql/search-clock';

/**
 * Lines per level, component, device and job, the largest first. Counters answer where they can; otherwise chunks are
 * read under the budget, and the answer is partial when time ran out.
 */
export async function countFacets(viewer: Viewer, query: FacetsQuery, budgetMs = SEARCH_MS): Promise<Facets> {
  assertCan(viewer, 'runs:read');
  const range = countedRange(query, Date.now());
  const { lists, isPartial } = await findLists({ search: query, range }, budgetMs);
  return {
    from: new Date(range.fromMs).toISOString(),
    to: new Date(range.toMs).toISOString(),
    partial: isPartial,
    ...buildFacets(lists, await findJobNames(lists)),
  };
}

type Target = { search: LineSearch; range: CountedRange };

async function findLists(target: Target, budgetMs: number): Promise<{ lists: FacetLists; isPartial: boolean }> {
  const { search, range } = target;
  if (!isCounted(search)) return scanFacets(target, budgetMs);
  // Counters know devices and components, but not which lines have both.
  const scanned = search.component ? await scanFacets(target, budgetMs) : null;
  return withSearchBudget(async (tx) => {
    const counted = listCounters(await countNames(tx, search, range), search.level);
    const devices = scanned ? scanned.lists.devices : await countDevices(tx, search, range);
    return { lists: { ...counted, devices }, isPartial: scanned?.isPartial ?? false };
  });
}

async function findJobNames({ jobs }: FacetLists): Promise<Map<string, string>> {
  const rows = await db().job.findMany({
    where: { id: { in: jobs.kept.map(({ name }) => name) } },
    select: { id: true, name: true },
  });
  return new Map(rows.map(({ id, name }) => [id, name]));
}
