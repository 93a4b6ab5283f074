import { MAX_CHUNK_LINES } from './chunk';

export type ChunkSize = { firstSeq: number; lineCount: number; sealed: boolean };
/** Neighbours that belong into one chunk. */
export type ChunkGroup = {
  fromSeq: number;
  toSeq: number;
  isMerge: boolean;
  /** No later chunk will join it, so it goes into the search indexes. */
  isFinal: boolean;
};

/**
 * A last group smaller than this is left alone while the run is open: it would be merged again with every new chunk.
 */
const MIN_OPEN_LINES = 500;

/**
 * Plans the merge of a run's `chunks`, given in the order of seq: as many neighbours as fit become one chunk, and final
 * chunks that are not sealed are sealed. Groups are made from the front, so all but the last stay what they are when
 * lines follow.
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
  return groups.flatMap((group, index) => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last || (group.length === 1 && first.sealed)) return [];
    const isFinal = runHasEnded || index < groups.length - 1;
    const toSeq = last.firstSeq + last.lineCount - 1;
    if (!isFinal && (group.length === 1 || toSeq - first.firstSeq + 1 < MIN_OPEN_LINES)) return [];
    return [{ fromSeq: first.firstSeq, toSeq, isMerge: group.length > 1, isFinal }];
  });
}
