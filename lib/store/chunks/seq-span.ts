/** Seqs of a run, both ends included. */
export type SeqSpan = { firstSeq: number; lastSeq: number };

/** Spans as PostgreSQL's int4multirange. */
export const formatSpans = (spans: readonly SeqSpan[]): string =>
  `{${spans.map(({ firstSeq, lastSeq }) => `[${firstSeq},${lastSeq}]`).join(',')}}`;
