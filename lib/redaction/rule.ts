import type { Place } from './place';

/** A part of a text, from `start` up to but without `end`. */
export type Range = { start: number; end: number };

/** A secret's place; `rule` null means: already a marker, step over it. */
export type Finding = Range & { rule: string | null };

/**
 * A rule looks at one place only: where one of its cues stands. `cues` are lower-case literals of at least three
 * characters; together they are the prefilter. `find` may read forward without limit only over what it then reports,
 * so that the work stays linear in the text.
 */
export type Rule = { cues: readonly string[]; find: (place: Place) => Finding | null };
