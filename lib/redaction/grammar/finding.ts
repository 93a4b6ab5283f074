/** A part of a text, from `start` up to but without `end`. */
export type Range = { start: number; end: number };

/** Where a secret stands; `rule` null means: already a marker, step over it. */
export type Finding = Range & { rule: string | null };
