import type { LineFilter } from '@/lib/store/query/line-filter';
import { isBounded } from '@/lib/store/query/search-query';

/** The text and toggles of the search box: the parameters `q` and `case` as a person sees them. */
export type SearchBox = { text: string; isRegex: boolean; isCaseKept: boolean };
type SearchParams = Pick<LineFilter, 'q' | 'case'>;

/** The limit of `q`. */
const MAX_Q_LENGTH = 500;
const ONE_REGEX = /^\/((?:[^/\\]|\\.)+)\/(i?)$/;

/** A query that is one regular expression and nothing else is shown without its slashes. */
export function readSearchBox({ q = '', case: caseParam }: SearchParams): SearchBox {
  const [, source, flag] = ONE_REGEX.exec(q) ?? [];
  if (source === undefined) return { text: q, isRegex: false, isCaseKept: caseParam === '1' };
  return { text: source.replaceAll('\\/', '/'), isRegex: true, isCaseKept: flag === '' };
}

/** A regular expression is case-sensitive without `i`; words have a parameter for it. */
export function writeSearchBox({ text, isRegex, isCaseKept }: SearchBox): SearchParams {
  const wanted = text.trim();
  if (wanted === '') return { q: undefined, case: isCaseKept && !isRegex ? '1' : undefined };
  if (!isRegex) return { q: wanted, case: isCaseKept ? '1' : undefined };
  return { q: `/${escapeSlashes(wanted)}/${isCaseKept ? '' : 'i'}`, case: undefined };
}

const escapeSlashes = (source: string): string =>
  source.replaceAll(/\\.|\//gs, (part) => (part === '/' ? '\\/' : part));

/** Why the box cannot be written as a query, or null. PostgreSQL itself reports faults of an expression. */
export function searchBoxProblem(box: SearchBox): string | null {
  const { q } = writeSearchBox(box);
  if (q === undefined) return null;
  if (q.length > MAX_Q_LENGTH) return `At most ${MAX_Q_LENGTH} characters are searched for.`;
  if (box.isRegex && !ONE_REGEX.test(q)) return 'The regular expression ends in a backslash, which stands for nothing.';
  return isBounded(q) ? null : 'The regular expression has a back-reference (\\1), whose time nothing bounds.';
}
