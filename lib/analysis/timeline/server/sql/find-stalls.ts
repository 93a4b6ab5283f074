import 'server-only';
import { int8Array, textArray, timestamptzArray } from '@/lib/db/binary-array';
import { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import type { TimelineAxis } from '../../axis';
import type { Span } from '../../schema';
import type { DeviceWork } from '../../stall';
import { offsetOf } from './axis-sql';

export type DeviceStall = Span & { device: string };

/** Most stalls of an answer, the longest first. */
const MAX_STALLS = 1000;
/**
 * A chunk shorter than this share of the run (two columns of a wide screen) counts as one moment in which its devices
 * wrote.
 */
const MOMENTS = 500;

/**
 * Stretches in which devices at work wrote nothing for longer than their limit, the longest first. A short sealed chunk
 * names its devices without being unpacked; lines of other chunks are grouped by moments. The answer is the certain
 * part of a silence: at each end it may be longer by a short chunk.
 */
export async function findStalls(
  tx: Prisma.TransactionClient,
  { runId, work }: { runId: string; work: readonly DeviceWork[] },
  axis: TimelineAxis,
): Promise<DeviceStall[]> {
  if (work.length === 0) return [];
  const moment = Prisma.sql`make_interval(secs => ${Math.max(1, axis.durationMs / MOMENTS) / 1000}::float8)`;
  const isMoment = Prisma.sql`(c.sealed AND c.max_time - c.min_time <= ${moment})`;
  return tx.$queryRaw<DeviceStall[]>`
    WITH work AS (SELECT * FROM ${workRows(work, axis)}),
    seen AS (
      SELECT f.device, c.min_time AS first, c.max_time AS last
      FROM ${CHUNKS}, LATERAL (SELECT DISTINCT unnest(c.facet_device) AS device) f
      WHERE ${isOfRun(runId)} AND ${isMoment}
      UNION ALL
      SELECT t.device, min(t.time), max(t.time) FROM (
        SELECT unnest(c.device) AS device, unnest(c.time) AS time
        FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND NOT ${isMoment}) t
      GROUP BY t.device, date_bin(${moment}, t.time, '2000-01-01Z')
      UNION ALL SELECT w.device, w.ended_at, w.ended_at FROM work w)
    SELECT s.device, ${offsetOf(axis, Prisma.sql`s.since`)} AS "startMs", ${offsetOf(axis, Prisma.sql`s.until`)} AS "endMs"
    FROM (
      SELECT w.device, w.limit_ms, least(seen.first, w.ended_at) AS until,
             greatest(w.started_at, max(seen.last) OVER (
               PARTITION BY w.nth ORDER BY seen.first ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)) AS since
      FROM work w JOIN seen ON seen.device = w.device) s
    WHERE s.until - s.since >= make_interval(secs => s.limit_ms / 1000.0)
    ORDER BY s.until - s.since DESC, s.device LIMIT ${MAX_STALLS}::int`;
}

function workRows(work: readonly DeviceWork[], { startMs: zeroMs }: TimelineAxis): Prisma.Sql {
  const times = (offsetsMs: readonly number[]) => timestamptzArray(offsetsMs.map((ms) => ({ ms: zeroMs + ms, us: 0 })));
  return Prisma.sql`unnest(${textArray(work.map(({ device }) => device))}::text[],
    ${times(work.map(({ startMs }) => startMs))}::timestamptz[], ${times(work.map(({ endMs }) => endMs))}::timestamptz[],
    ${int8Array(work.map(({ limitMs }) => limitMs))}::int8[]) WITH ORDINALITY AS w(device, started_at, ended_at, limit_ms, nth)`;
}
