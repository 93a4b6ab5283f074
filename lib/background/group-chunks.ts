import { MAX_CHUNK_LINES } from '@/lib/lines/chunk';

export type ChunkSize = { firstSeq: number; lineCount: number; sealed: boolean };
export type ChunkGroup = { fromSeq: number; toSeq: number };

/** While a run is open, groups below this stay as they are: they would be merged again and again with every new chunk. */
const MIN_OPEN_LINES = 500;

/**
 * Which neighbours become one chunk: as many as fit, none that has no partner, none where all were merged and sealed
 * before. `chunks` are a run's in the order of seq.
 */
export function groupChunks(chunks: readonly ChunkSize[], runHasEnded: boolean): ChunkGroup[] {
  const groups: ChunkSize[][] = [];
  let lines = 0;
  for (const chunk of chunks) {
    const group = groups.at(-1);
    if (group && lines + chunk.lineCount <= MAX_CHUNK_LINES) {
      group.push(chunk);
      lines += chunk.lineCount;
    } else {
      groups.push([chunk]);
      lines = chunk.lineCount;
    }
  }
  const minLines = runHasEnded ? 0 : MIN_OPEN_LINES;
  return groups.flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last || group.length < 2 || group.every(({ sealed }) => sealed)) return [];
    const toSeq = last.firstSeq + last.lineCount - 1;
    return toSeq - first.firstSeq + 1 >= minLines ? [{ fromSeq: first.firstSeq, toSeq }] : [];
  });
}
