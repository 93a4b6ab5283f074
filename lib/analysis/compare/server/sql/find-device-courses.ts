import 'server-only';
import { Prisma } from '@/lib/generated/prisma/client';
import { maskedPart } from '@/lib/store/query/server/sql/mask-sql';
import { CHUNKS } from '@/lib/store/chunks/server/sql/chunk-rows';
import { beginsBy } from '@/lib/store/chunks/server/sql/span-conditions';
import { SEARCHED_MESSAGES, UNNEST_SEQ } from '@/lib/store/chunks/server/sql/line-row';
import type { CourseRow } from '../../device-course';

export type CourseSpan = {
  runId: string;
  lastSeq: number;
  /** '' for the lines that name no device. */
  devices: string[];
};

/** Most lines of a device that are followed, from the first: a failure ends the device's work. */
export const MAX_COURSE_LINES = 2000;

type Row = { device: string; lines: CourseRow[] };

/**
 * The first lines of each of some devices, in the order of the run. Of sealed chunks only those are unpacked that hold one of
 * them.
 */
export async function findDeviceCourses(
  tx: Prisma.TransactionClient,
  { runId, lastSeq, devices }: CourseSpan,
): Promise<Map<string, CourseRow[]>> {
  if (devices.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.device, json_agg(json_build_array(p.seq, p.level, p.component, p.phase, ${maskedPart(Prisma.sql`p.message`)},
             (extract(epoch FROM p.time) * 1000)::float8) ORDER BY p.seq) AS lines
    FROM (
      SELECT l.*, row_number() OVER (PARTITION BY l.device ORDER BY l.seq) AS nth
      FROM (
        SELECT ${UNNEST_SEQ}, unnest(c.level) AS level, unnest(c.time) AS time,
               unnest(c.component) AS component, unnest(c.device) AS device, unnest(c.phase) AS phase,
               unnest(${SEARCHED_MESSAGES}) AS message
        FROM ${CHUNKS}
        WHERE ${beginsBy(runId, lastSeq)} AND (NOT c.sealed OR c.facet_device && ${devices}::text[])) l
      WHERE l.device = ANY(${devices}::text[])) p
    WHERE p.nth <= ${MAX_COURSE_LINES}::int
    GROUP BY p.device`;
  return new Map(rows.map(({ device, lines }) => [device, lines]));
}
