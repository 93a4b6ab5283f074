import 'server-only';
import { textArray } from '@/lib/db/binary-array';
import type { Prisma } from '@/lib/generated/prisma/client';
import { CHUNKS, isOfRun } from '@/lib/store/chunks/server/sql/chunk-rows';
import { unnestFacets } from '@/lib/store/chunks/server/sql/facets';
import { parseIntList } from '../../parse-int-list';

/** Lines of some devices in a chunk; `devices` are indexes into the requested list. */
export type ChunkDevices = { firstSeq: number; devices: Int32Array; counts: Int32Array };

/**
 * Chunks of a run that hold lines of the devices ('' for lines that name none), in the order of seq: by the facets of sealed
 * chunks, line by line in the others.
 */
export async function countDeviceChunks(
  tx: Prisma.TransactionClient,
  runId: string,
  devices: readonly string[],
): Promise<ChunkDevices[]> {
  const rows = await tx.$queryRaw<{ firstSeq: number; devices: string; counts: string }[]>`
    SELECT s."firstSeq", array_agg(s.nth ORDER BY s.nth)::text AS devices,
           array_agg(s.count ORDER BY s.nth)::text AS counts
    FROM (
      SELECT f."firstSeq", w.nth::int - 1 AS nth, sum(f.count)::int AS count
      FROM (SELECT c.first_seq AS "firstSeq", ${unnestFacets(['device'])}
            FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND c.sealed
            UNION ALL
            SELECT c.first_seq, unnest(c.device), 1 FROM ${CHUNKS} WHERE ${isOfRun(runId)} AND NOT c.sealed) f
      JOIN unnest(${textArray(devices)}::text[]) WITH ORDINALITY AS w(device, nth) ON w.device = f.device
      GROUP BY 1, 2) s
    GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => ({
    firstSeq: row.firstSeq,
    devices: parseIntList(row.devices),
    counts: parseIntList(row.counts),
  }));
}
