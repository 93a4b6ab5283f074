import type { CueSite } from './cue-site';
import type { Finding } from './finding';

/**
 * A rule looks at one site only: where one of its cues stands. `cues` are lower-case literals of at least three
 * characters; together they are the prefilter. `find` may read forward without limit only over what it then reports,
 * so that the work stays linear in the text.
 */
export type Rule = { cues: readonly string[]; find: (site: CueSite) => Finding | null };
