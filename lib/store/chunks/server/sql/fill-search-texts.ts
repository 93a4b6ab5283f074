import 'server-only';
import { wideTextArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { searchTexts } from '../../search-texts';
import { beginsAt, CHUNKS, isOfRun } from './chunk-rows';

/** Chunks a statement: some 300 KB of text each. */
const CHUNKS_AT_ONCE = 8;

type UnreadChunk = { first_seq: number; line_count: number; messages: string; fields: string; devices: string };

/**
 * Adds the searched texts to chunks that were written before these existed. When a sealed chunk turns out to need them,
 * chunk and run lose their seal, since the chunk's words change: until it is sealed again it is searched line by line.
 */
export async function fillSearchTexts(runId: string, firstSeqs: readonly number[]): Promise<void> {
  for (let at = 0; at < firstSeqs.length; at += CHUNKS_AT_ONCE) {
    const chunks = await readUnread(runId, firstSeqs.slice(at, at + CHUNKS_AT_ONCE));
    if (chunks.length > 0) await storeTexts(runId, chunks);
  }
}

/** Uses log_chunk_pkey. */
function readUnread(runId: string, firstSeqs: readonly number[]): Promise<UnreadChunk[]> {
  return db().$queryRaw<UnreadChunk[]>`
    SELECT c.first_seq, c.line_count, to_json(c.message)::text AS messages, to_json(c.fields)::text AS fields,
           to_json(c.device)::text AS devices
    FROM ${CHUNKS} WHERE ${beginsAt(runId, firstSeqs)} AND c.search_message IS NULL`;
}

function toRow(chunk: UnreadChunk): { sql: Prisma.Sql; isPlain: boolean } {
  const [messages = [], fields = [], devices = []] = [chunk.messages, chunk.fields, chunk.devices].map(
    (json) => JSON.parse(json) as string[],
  );
  const texts = searchTexts(
    messages.map((message, at) => ({ message, fields: fields[at] ?? '', device: devices[at] ?? '' })),
  );
  const isPlain = texts.message.length === 0 && texts.fields.length === 0;
  const sql = Prisma.sql`(${chunk.first_seq}::int, ${chunk.line_count}::int, ${wideTextArray(texts.message)}::text[],
    ${wideTextArray(texts.fields)}::text[], ${isPlain}::bool)`;
  return { sql, isPlain };
}

/** The run is locked before its chunks, as everybody does. A chunk that was merged meanwhile is left to the next time. */
async function storeTexts(runId: string, chunks: readonly UnreadChunk[]): Promise<void> {
  const rows = chunks.map(toRow);
  await db().$transaction(async (tx) => {
    if (rows.some(({ isPlain }) => !isPlain)) {
      await tx.$executeRaw`UPDATE run SET sealed_at = NULL WHERE id = ${runId} AND sealed_at IS NOT NULL`;
    }
    await tx.$executeRaw`
      UPDATE ${CHUNKS} SET search_message = t.message, search_fields = t.fields, sealed = c.sealed AND t.is_plain
      FROM (VALUES ${Prisma.join(rows.map(({ sql }) => sql))}) AS t(first_seq, line_count, message, fields, is_plain)
      WHERE ${isOfRun(runId)} AND c.first_seq = t.first_seq AND c.line_count = t.line_count`;
  });
}
