import 'server-only';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { withSearchBudget } from '@/lib/db/search-budget';
import { AppError } from '@/lib/errors';
import { Prisma } from '@/lib/generated/prisma/client';
import { MAX_CHUNK_LINES } from '../chunk';
import { findPageSpan, totalMatches, type PageSpan } from '../match-index';
import type { FindLinesQuery, LineFilter, LinePage } from '../schema';
import { countMatches, type ChunkMatches } from './count-matches';
import { hasFilter, lineConditions } from './line-conditions';
import { LINE_COLUMNS, toLine, UNNEST_LINE, type LineRow } from './line-row';

/**
 * A page of a run's lines, with the exact number that match. A page is found without reading what lies before it, so
 * the millionth line costs what the first does. Throws `not_found`, and `search_timeout` when a search took too long.
 */
export async function findLines(viewer: Viewer, runId: string, query: FindLinesQuery): Promise<LinePage> {
  assertCan(viewer, 'runs:read');
  const run = await db().run.findUnique({ where: { id: runId }, select: { lastSeq: true } });
  if (!run) throw new AppError('not_found', 'There is no such run.');
  const target = { runId, lastSeq: run.lastSeq };
  return hasFilter(query) ? findFiltered(target, query) : findAll(target, query);
}

type Target = { runId: string; lastSeq: number };

async function findAll(target: Target, query: FindLinesQuery): Promise<LinePage> {
  const { limit, order, offset = 0 } = query;
  const { lastSeq } = target;
  const start = query.from ?? (order === 'asc' ? 1 + offset : lastSeq - offset);
  const span =
    order === 'asc'
      ? { fromSeq: Math.max(1, start), toSeq: Math.min(lastSeq, start + limit - 1), skip: 0 }
      : { fromSeq: Math.max(1, start - limit + 1), toSeq: Math.min(lastSeq, start), skip: 0 };
  const lines = span.fromSeq > span.toSeq ? [] : await readSpan(db(), target, { span, query });
  return toPage(lines, { query, total: lastSeq, lastSeq });
}

async function findFiltered(target: Target, query: FindLinesQuery): Promise<LinePage> {
  return withSearchBudget(async (tx) => {
    const chunks = await matchesOf(tx, target, query);
    const span = findPageSpan(chunks, query);
    const lines = span ? await readSpan(tx, target, { span, query }) : [];
    return toPage(lines, { query, total: totalMatches(chunks), lastSeq: target.lastSeq });
  });
}

/** Uses log_chunk_pkey; a chunk that starts before the span reaches into it by less than MAX_CHUNK_LINES. */
function readSpan(
  client: Prisma.TransactionClient,
  { runId, lastSeq }: Target,
  { span, query }: { span: PageSpan; query: FindLinesQuery },
): Promise<LineRow[]> {
  const { line, chunk } = lineConditions(query);
  const direction = query.order === 'asc' ? Prisma.sql`ASC` : Prisma.sql`DESC`;
  return client.$queryRaw<LineRow[]>`
    SELECT ${LINE_COLUMNS} FROM log_chunk c, ${UNNEST_LINE}
    WHERE c.run_id = ${runId} AND c.first_seq > ${span.fromSeq - MAX_CHUNK_LINES}::int
      AND c.first_seq <= ${Math.min(span.toSeq, lastSeq)}::int AND ${chunk}
      AND c.first_seq + l.i - 1 BETWEEN ${span.fromSeq}::int AND ${Math.min(span.toSeq, lastSeq)}::int AND ${line}
    ORDER BY seq ${direction} OFFSET ${span.skip}::int LIMIT ${query.limit}::int`;
}

function toPage(
  rows: LineRow[],
  { query, total, lastSeq }: { query: FindLinesQuery; total: number; lastSeq: number },
): LinePage {
  const last = rows.at(-1)?.seq;
  const next = last === undefined || rows.length < query.limit ? null : query.order === 'asc' ? last + 1 : last - 1;
  return {
    lines: rows.map(toLine),
    total,
    nextSeq: next !== null && next >= 1 && next <= lastSeq ? next : null,
    lastSeq,
  };
}

/** Counts of the latest searches, so that scrolling through a filtered run counts once; some hundred bytes a chunk. */
const MAX_REMEMBERED = 100;
const remembered = new Map<string, ChunkMatches[]>();

async function matchesOf(tx: Prisma.TransactionClient, target: Target, query: LineFilter): Promise<ChunkMatches[]> {
  const { level, component, device, phase, q } = query;
  const key = JSON.stringify([target.runId, target.lastSeq, level, component, device, phase, q]);
  const known = remembered.get(key);
  if (known) return known;
  const chunks = await countMatches(tx, target, query);
  const oldest = remembered.size >= MAX_REMEMBERED ? remembered.keys().next() : undefined;
  if (oldest?.value !== undefined) remembered.delete(oldest.value);
  remembered.set(key, chunks);
  return chunks;
}
