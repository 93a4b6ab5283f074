import 'server-only';
import { int2Array, textArray } from '@/lib/db/binary-array';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/generated/prisma/client';
import { indexWords, type WordIndex } from '../../index-words';
import { beginsAt, CHUNKS, isOfRun } from './chunk-rows';
import { SEARCHED_FIELDS, SEARCHED_MESSAGES } from './line-row';
import { hashName, splitHashes } from '../../word-hash';
import { fillSearchTexts } from './fill-search-texts';

/** Chunks a statement: some 130 KB of text each, and 2 ms of hashing, during which no request is answered. */
const CHUNKS_AT_ONCE = 8;

type ChunkText = {
  first_seq: number;
  line_count: number;
  messages: string;
  fields: string;
  names: string;
  components: string[];
  devices: string[];
  phases: string[];
};

/**
 * Seals chunks of a run: notes their facets and the words that are searched, which brings them into the search indexes. A chunk that was merged
 * meanwhile is left to the next time; one that is sealed already gets the same again.
 */
export async function sealChunks(runId: string, firstSeqs: readonly number[]): Promise<void> {
  await fillSearchTexts(runId, firstSeqs);
  for (let at = 0; at < firstSeqs.length; at += CHUNKS_AT_ONCE) {
    const chunks = await readTexts(runId, firstSeqs.slice(at, at + CHUNKS_AT_ONCE));
    if (chunks.length > 0) await storeIndex(runId, chunks);
  }
}

/**
 * Separator between the texts of a chunk, which are read as one text because pg parses arrays quote by quote. Unicode
 * reserves this code point for such uses; if a sender wrote it all the same, the number of parts differs and shows it.
 */
const SEPARATOR = '\uffff';

function readTexts(runId: string, firstSeqs: readonly number[]): Promise<ChunkText[]> {
  return db().$queryRaw<ChunkText[]>`
    SELECT c.first_seq, c.line_count, array_to_string(${SEARCHED_MESSAGES}, ${SEPARATOR}) AS messages,
           array_to_string(${SEARCHED_FIELDS}, ${SEPARATOR}) AS fields, array_to_string(c.device, ${SEPARATOR}) AS names,
           ARRAY(SELECT DISTINCT name FROM unnest(c.component) AS name WHERE name <> '') AS components,
           ARRAY(SELECT DISTINCT name FROM unnest(c.device) AS name WHERE name <> '') AS devices,
           ARRAY(SELECT DISTINCT name FROM unnest(c.phase) AS name WHERE name <> '') AS phases
    FROM ${CHUNKS} WHERE ${beginsAt(runId, firstSeqs)}`;
}

/** Words of the lines, with the names and the run, which are found like words. */
function indexChunk(runId: string, chunk: ChunkText): WordIndex {
  const [messages = [], fields = [], names = []] = [chunk.messages, chunk.fields, chunk.names].map((text) =>
    text.split(SEPARATOR),
  );
  const isWhole = [messages, fields, names].every(({ length }) => length === chunk.line_count);
  const index = isWhole
    ? indexWords(messages.map((message, at) => [message, fields[at] ?? '', names[at] ?? '']))
    : { ...indexWords([[...messages, ...fields, ...names]]), frequentWords: [], frequentLines: [] };
  index.hashes.add(hashName('run', runId));
  for (const name of chunk.components) index.hashes.add(hashName('component', name));
  for (const name of chunk.devices) index.hashes.add(hashName('device', name));
  for (const name of chunk.phases) index.hashes.add(hashName('phase', name));
  return index;
}

async function storeIndex(runId: string, chunks: ChunkText[]): Promise<void> {
  const rows = chunks.map((chunk) => {
    const { hashes, frequentWords, frequentLines } = indexChunk(runId, chunk);
    const { a, b } = splitHashes(hashes);
    return Prisma.sql`(${chunk.first_seq}::int, ${chunk.line_count}::int, ${int2Array(a)}::smallint[], ${int2Array(b)}::smallint[],
      ${textArray(frequentWords)}::text[], ${int2Array(frequentLines)}::smallint[])`;
  });
  await db().$executeRaw`
    UPDATE ${CHUNKS} SET sealed = true, word_hash_a = w.a, word_hash_b = w.b, facet_level = f.levels,
      facet_component = f.components, facet_device = f.devices, facet_phase = f.phases, facet_count = f.counts,
      frequent_words = w.words, frequent_lines = w.lines
    FROM (VALUES ${Prisma.join(rows)}) AS w(first_seq, line_count, a, b, words, lines), (
      SELECT c.first_seq, array_agg(g.level) AS levels, array_agg(g.component) AS components, array_agg(g.device) AS devices,
             array_agg(g.phase) AS phases, array_agg(g.count) AS counts
      FROM ${CHUNKS}, LATERAL (
        SELECT l.level, l.component, l.device, l.phase, count(*)::smallint AS count
        FROM unnest(c.level, c.component, c.device, c.phase) AS l(level, component, device, phase) GROUP BY 1, 2, 3, 4) g
      WHERE ${beginsAt(
        runId,
        chunks.map((chunk) => chunk.first_seq),
      )}
      GROUP BY c.first_seq) AS f
    WHERE ${isOfRun(runId)} AND c.first_seq = w.first_seq AND c.line_count = w.line_count AND f.first_seq = w.first_seq`;
}
