import { int2Array, int8Array, textArray, timestamptzArray, wideTextArray } from '@/lib/db/binary-array';
import { MAX_CHUNK_LINES } from './chunk';
import { levelIndex, LEVELS } from './level';
import { searchTexts } from './search-texts';
import type { LineDraft } from './line-draft';

/** One stored chunk, its arrays in PostgreSQL's binary form. */
export type ChunkRow = {
  firstSeq: number;
  lineCount: number;
  minTime: Date;
  maxTime: Date;
  levelMask: number;
  levelCounts: Buffer;
  time: Buffer;
  level: Buffer;
  component: Buffer;
  device: Buffer;
  phase: Buffer;
  message: Buffer;
  fields: Buffer;
  clientOffset: Buffer;
  searchMessage: Buffer;
  searchFields: Buffer;
};

/** The rows for lines with seqs from `firstSeq` on; each takes some milliseconds of work. */
export function* planChunks(firstSeq: number, lines: readonly LineDraft[]): Generator<ChunkRow> {
  for (let at = 0; at < lines.length; at += MAX_CHUNK_LINES) {
    yield planChunk(firstSeq + at, lines.slice(at, at + MAX_CHUNK_LINES));
  }
}

function planChunk(firstSeq: number, lines: readonly LineDraft[]): ChunkRow {
  let min = Infinity;
  let max = -Infinity;
  const levelCounts = LEVELS.map(() => 0);
  let hasClientSeq = false;
  for (const { time, level, clientSeq } of lines) {
    if (time.ms < min) min = time.ms;
    if (time.ms > max) max = time.ms;
    levelCounts[levelIndex(level)] = (levelCounts[levelIndex(level)] ?? 0) + 1;
    hasClientSeq ||= clientSeq !== null;
  }
  const offset = ({ clientSeq }: LineDraft, index: number) =>
    clientSeq === null ? null : clientSeq - firstSeq - index;
  const searched = searchTexts(lines);
  return {
    firstSeq,
    lineCount: lines.length,
    minTime: new Date(min),
    // The end of the millisecond, since lines have microseconds.
    maxTime: new Date(max + 1),
    levelMask: levelCounts.reduce((mask, count, index) => (count > 0 ? mask | (1 << index) : mask), 0),
    levelCounts: int2Array(levelCounts),
    time: timestamptzArray(lines.map((line) => line.time)),
    level: int2Array(lines.map((line) => line.level)),
    component: textArray(lines.map((line) => line.component)),
    device: textArray(lines.map((line) => line.device)),
    phase: textArray(lines.map((line) => line.phase)),
    message: textArray(lines.map((line) => line.message)),
    fields: textArray(lines.map((line) => line.fields)),
    clientOffset: int8Array(hasClientSeq ? lines.map(offset) : []),
    searchMessage: wideTextArray(searched.message),
    searchFields: wideTextArray(searched.fields),
  };
}
