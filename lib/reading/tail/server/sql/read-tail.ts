import 'server-only';
import { LRUCache } from 'lru-cache';
import { db } from '@/lib/db/client';
import { processState } from '@/lib/process-state';
import type { LineFilter } from '@/lib/store/query/line-filter';
import { lineConditions } from '@/lib/store/query/server/sql/line-conditions';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { holdsSpan } from '@/lib/store/chunks/server/sql/span-conditions';
import {
  LINE_COLUMNS,
  LINE_SEQ,
  toLine,
  UNNEST_SEARCHED_LINE,
  type LineRow,
} from '@/lib/store/chunks/server/sql/line-row';
import { encodeEvent } from '../../encode-event';

/** Seqs looked at in one step; bounds what a tail holds in memory, and what a slow reader can make the server hold. */
const STEP_SEQS = 500;
/** Steps cached for tails at the same seq; lines never change, so a step stays valid. */
const MAX_REMEMBERED = 64;

export type TailStep = {
  /** The step's `line` events, encoded once for all tails. */
  events: Uint8Array;
  lineCount: number;
  /** Where the next step goes on; lines up to here were looked at, matching or not. */
  throughSeq: number;
};

const encoder = new TextEncoder();
const remembered = processState('tailSteps', () => new LRUCache<string, Promise<TailStep>>({ max: MAX_REMEMBERED }));

type TailedRun = { runId: string; createdMs: number };

/** The next lines of a run after `after`; tails at the same seq share one read of the database. */
export function readTail(
  { runId, createdMs }: TailedRun,
  filter: LineFilter,
  { after, lastSeq }: { after: number; lastSeq: number },
): Promise<TailStep> {
  const throughSeq = Math.min(lastSeq, after + STEP_SEQS);
  const key = JSON.stringify([runId, createdMs, after, throughSeq, filter]);
  const known = remembered().get(key);
  if (known) return known;
  const step = readStep(runId, filter, { after, throughSeq });
  remembered().set(key, step);
  step.catch(() => remembered().delete(key));
  return step;
}

async function readStep(
  runId: string,
  filter: LineFilter,
  { after, throughSeq }: { after: number; throughSeq: number },
): Promise<TailStep> {
  const { wholeLine, chunk } = lineConditions(filter);
  const rows = await db().$queryRaw<LineRow[]>`
    SELECT ${LINE_COLUMNS} FROM ${CHUNKS}, ${UNNEST_SEARCHED_LINE}
    WHERE ${holdsSpan(runId, { firstSeq: after + 1, lastSeq: throughSeq })} AND ${chunk}
      AND ${LINE_SEQ} BETWEEN ${after + 1}::int AND ${throughSeq}::int AND ${wholeLine}
    ORDER BY seq`;
  const text = rows.map((row) => encodeEvent({ name: 'line', id: row.seq, data: toLine(row) })).join('');
  return { events: encoder.encode(text), lineCount: rows.length, throughSeq };
}
