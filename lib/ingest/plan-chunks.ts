import { int2Array, int8Array, textArray, timestamptzArray } from '@/lib/db/binary-array';
import { MAX_CHUNK_LINES } from '@/lib/lines/chunk';
import { levelIndex } from '@/lib/lines/level';
import type { LineDraft } from './line-draft';

/** One row of log_chunk, its arrays in PostgreSQL's binary form. */
export type ChunkRow = {
  firstSeq: number;
  lineCount: number;
  minTime: Date;
  maxTime: Date;
  levelMask: number;
  time: Buffer;
  level: Buffer;
  component: Buffer;
  device: Buffer;
  phase: Buffer;
  message: Buffer;
  fields: Buffer;
  clientOffset: Buffer;
};

/** The rows for lines that got the seqs from `firstSeq` on. */
export function planChunks(firstSeq: number, lines: readonly LineDraft[]): ChunkRow[] {
  const rows: ChunkRow[] = [];
  for (let at = 0; at < lines.length; at += MAX_CHUNK_LINES) {
    rows.push(planChunk(firstSeq + at, lines.slice(at, at + MAX_CHUNK_LINES)));
  }
  return rows;
}

function planChunk(firstSeq: number, lines: readonly LineDraft[]): ChunkRow {
  let min = Infinity;
  let max = -Infinity;
  let levelMask = 0;
  let hasClientSeq = false;
  for (const { time, level, clientSeq } of lines) {
    if (time.ms < min) min = time.ms;
    if (time.ms > max) max = time.ms;
    levelMask |= 1 << levelIndex(level);
    hasClientSeq ||= clientSeq !== null;
  }
  const offset = ({ clientSeq }: LineDraft, index: number) =>
    clientSeq === null ? null : clientSeq - firstSeq - index;
  return {
    firstSeq,
    lineCount: lines.length,
    minTime: new Date(min),
    // Up to the end of the millisecond, since the lines have microseconds.
    maxTime: new Date(max + 1),
    levelMask,
    time: timestamptzArray(lines.map((line) => line.time)),
    level: int2Array(lines.map((line) => line.level)),
    component: textArray(lines.map((line) => line.component)),
    device: textArray(lines.map((line) => line.device)),
    phase: textArray(lines.map((line) => line.phase)),
    message: textArray(lines.map((line) => line.message)),
    fields: textArray(lines.map((line) => line.fields)),
    clientOffset: int8Array(hasClientSeq ? lines.map(offset) : []),
  };
}
