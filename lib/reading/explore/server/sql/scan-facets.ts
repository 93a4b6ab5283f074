import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { levelName, type Level } from '@/lib/store/chunks/level';
import type { FilterColumn } from '@/lib/store/chunks/server/sql/line-row';
import { searchWithin, type CountedRange } from '../../bucket';
import { listNames, type FacetLists, type NameCount } from '../../facet-lists';
import type { LineSearch } from '../../schema';
import { countLinesOfChunks } from './count-lines-of-chunks';
import { scanChunks } from './scan-chunks';

/** One name of one facet: the others are null. */
type Row = { level: number | null; component: string | null; device: string | null; job: string | null; count: number };

const COUNTED: readonly FilterColumn[] = ['level', 'component', 'device'];

/** Lines per name, counted chunk by chunk. */
export async function scanFacets(
  { search: wanted, range }: { search: LineSearch; range: CountedRange },
  budgetMs: number,
): Promise<{ lists: FacetLists; isPartial: boolean }> {
  const search = searchWithin(wanted, range);
  const rows: Row[] = [];
  const isPartial = await scanChunks(search, budgetMs, async (tx, heads) => {
    rows.push(
      ...(await tx.$queryRaw<Row[]>`
        SELECT t.level, t.component, t.device, r.job_id AS job, sum(t.n)::float8 AS count
        FROM ${countLinesOfChunks({ heads, search, columns: COUNTED, isOneTime: Prisma.sql`true` })}
        JOIN run r ON r.id = t.run_id
        GROUP BY GROUPING SETS ((t.level), (t.component), (t.device), (r.job_id))`),
    );
  });
  const list = (name: (row: Row) => string | null) =>
    listNames(rows.flatMap((row): NameCount[] => toCount(name(row), row.count)));
  const lists = {
    levels: list(({ level }): Level | null => (level === null ? null : levelName(level))),
    components: list(({ component }) => component),
    devices: list(({ device }) => (device === '' ? null : device)),
    jobs: list(({ job }) => job),
  };
  return { lists, isPartial };
}

const toCount = (name: string | null, count: number): NameCount[] => (name === null ? [] : [{ name, count }]);
