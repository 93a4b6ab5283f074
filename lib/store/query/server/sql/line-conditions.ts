import 'server-only';
import { containsPattern } from '@/lib/db/escape-like';
import { Prisma } from '@/lib/generated/prisma/client';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import type { LineFilter } from '../../line-filter';
import { holdsLevels } from '@/lib/store/chunks/server/sql/level-mask';
import { FILTER_COLUMNS, type FilterColumn } from '@/lib/store/chunks/server/sql/line-row';
import { parseSearchQuery, type SearchTerm } from '../../search-query';
import { addWordHashes, hashName, splitHashes, type NameKind } from '@/lib/store/chunks/word-hash';

export type LineConditions = {
  columns: FilterColumn[];
  /** Condition on the chunk `c` that leaves out chunks without a match. */
  chunk: Prisma.Sql;
  /** On a sealed chunk `c`, beside `chunk`: the words and names it must hold. Served by log_chunk_words_idx. */
  words: Prisma.Sql;
  /** False when `words` is true of every chunk. */
  hasWords: boolean;
  /** On the chunk `c`: all its lines lie in the filter's range of time, so that its counts stand for them. */
  isInside: Prisma.Sql;
  /** On the line `l` of unnestColumns. */
  line: Prisma.Sql;
  /** On the line `l` of UNNEST_SEARCHED_LINE. */
  wholeLine: Prisma.Sql;
  /** The same but for the time, on what counts lines of a chunk that `isInside`. */
  untimed: Prisma.Sql;
};

const COLUMN_SQL: Record<FilterColumn, Prisma.Sql> = {
  time: Prisma.sql`l.time`,
  level: Prisma.sql`l.level`,
  component: Prisma.sql`l.component`,
  device: Prisma.sql`l.device`,
  phase: Prisma.sql`l.phase`,
  message: Prisma.sql`l.message`,
  fields: Prisma.sql`l.fields`,
};

export const hasFilter = (filter: LineFilter): boolean =>
  Boolean(
    filter.level ?? filter.component ?? filter.device ?? filter.phase ?? filter.q ?? filter.since ?? filter.until,
  );

/** `runId`, where it is known, is one more word that the chunks hold, so that the index never walks through other runs. */
export function lineConditions(filter: LineFilter, runId?: string): LineConditions {
  const terms = filter.q ? parseSearchQuery(filter.q, filter.case === '1') : [];
  const lists = (['component', 'device', 'phase'] as const).filter((name) => filter[name]);
  const used = new Set<FilterColumn>([...(filter.level ? (['level'] as const) : []), ...lists]);
  const range = rangeConditions(filter);
  if (range.line.length > 0) used.add('time');
  if (terms.length > 0) for (const name of ['message', 'device', 'fields'] as const) used.add(name);
  const named = [
    ...(filter.level ? [Prisma.sql`l.level = ANY(${filter.level.map((name) => LEVEL_NUMBER[name])}::smallint[])`] : []),
    ...lists.map((name) => Prisma.sql`${COLUMN_SQL[name]} = ANY(${filter[name]})`),
  ];
  const untimed = [...named, ...terms.map((term) => termCondition(term, TEXTS))];
  const words = wordCondition(filter, terms, runId);
  return {
    columns: FILTER_COLUMNS.filter((name) => used.has(name)),
    chunk: allOf([...(filter.level ? [holdsLevels(filter.level)] : []), ...range.chunk]),
    words: words ?? Prisma.sql`true`,
    hasWords: words !== null,
    isInside: allOf(range.isInside),
    line: allOf([...range.line, ...untimed]),
    wholeLine: allOf([...range.line, ...named, ...terms.map((term) => termCondition(term, STORED_TEXTS))]),
    untimed: allOf(untimed),
  };
}

const allOf = (conditions: Prisma.Sql[]): Prisma.Sql =>
  conditions.length > 0 ? Prisma.join(conditions, ' AND ') : Prisma.sql`true`;

/** A chunk's max_time is later than all its lines, so that a range may end there. */
function rangeConditions({ since, until }: LineFilter) {
  const from = Prisma.sql`${since}::timestamptz`;
  const to = Prisma.sql`${until}::timestamptz`;
  return {
    chunk: [...(since ? [Prisma.sql`c.max_time > ${from}`] : []), ...(until ? [Prisma.sql`c.min_time < ${to}`] : [])],
    isInside: [
      ...(since ? [Prisma.sql`c.min_time >= ${from}`] : []),
      ...(until ? [Prisma.sql`c.max_time <= ${to}`] : []),
    ],
    line: [...(since ? [Prisma.sql`l.time >= ${from}`] : []), ...(until ? [Prisma.sql`l.time < ${to}`] : [])],
  };
}

function wordCondition(filter: LineFilter, terms: SearchTerm[], runId: string | undefined): Prisma.Sql | null {
  const hashes = new Set<number>();
  for (const { wholeWords } of terms) addWordHashes(hashes, wholeWords);
  const oneOf: Prisma.Sql[] = [];
  for (const kind of ['component', 'device', 'phase'] as const) {
    const names = filter[kind] ?? [];
    if (names.length === 1 && names[0] !== undefined) hashes.add(hashName(kind, names[0]));
    else if (names.length > 1) oneOf.push(anyName(kind, names));
  }
  // With no other word, log_chunk_pkey finds the run faster.
  if (runId !== undefined && (hashes.size > 0 || oneOf.length > 0)) hashes.add(hashName('run', runId));
  const parts = [...(hashes.size > 0 ? [holdsAll(hashes)] : []), ...oneOf];
  return parts.length > 0 ? Prisma.join(parts, ' AND ') : null;
}

const anyName = (kind: NameKind, names: string[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    names.map((name) => holdsAll([hashName(kind, name)])),
    ' OR ',
  )})`;

function holdsAll(hashes: Iterable<number>): Prisma.Sql {
  const { a, b } = splitHashes(hashes);
  return Prisma.sql`(c.word_hash_a @> ${a}::smallint[] AND c.word_hash_b @> ${b}::smallint[])`;
}

const TEXTS = [Prisma.sql`l.message`, Prisma.sql`l.device`, Prisma.sql`l.fields`];
const STORED_TEXTS = [
  Prisma.sql`coalesce(l.search_message, l.message)`,
  Prisma.sql`l.device`,
  Prisma.sql`coalesce(l.search_fields, l.fields)`,
];

const termCondition = (term: SearchTerm, texts: readonly Prisma.Sql[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    texts.map((text) => inText(term, text)),
    ' OR ',
  )})`;

function inText({ contains, regex, regexBeside, ignoreCase, isReaderRegex }: SearchTerm, text: Prisma.Sql): Prisma.Sql {
  const parts = contains === null ? [] : [containsText(text, contains, ignoreCase)];
  if (regex !== null) {
    const matches = matchesRegex(text, regex, ignoreCase);
    // ASCII texts, which most are, have nothing to miss.
    parts.push(
      regexBeside === null
        ? matches
        : Prisma.sql`(${matches} OR (octet_length(${text}) > char_length(${text})
            AND ${matchesRegex(text, regexBeside, ignoreCase && isReaderRegex)}))`,
    );
  }
  return Prisma.sql`(${Prisma.join(parts, ' AND ')})`;
}

const matchesRegex = (text: Prisma.Sql, regex: string, ignoreCase: boolean): Prisma.Sql =>
  ignoreCase ? Prisma.sql`${text} ~* ${regex}` : Prisma.sql`${text} ~ ${regex}`;

/**
 * Contains `text`. For ASCII, lower() under the "C" collation is a loop over bytes: two thirds of ILIKE's time over Unicode.
 * Signs and digits are looked for first, letters standing for any character, which needs no lower() and leaves few lines:
 * less than half the time for an id.
 */
function containsText(column: Prisma.Sql, text: string, ignoreCase: boolean): Prisma.Sql {
  if (!ignoreCase) return Prisma.sql`${column} COLLATE "C" LIKE ${containsPattern(text)}`;
  if (!/^[ -~]*$/.test(text)) return Prisma.sql`${column} ILIKE ${containsPattern(text)}`;
  const exact = Prisma.sql`lower(${column} COLLATE "C") LIKE ${containsPattern(text.toLowerCase())}`;
  if (text.replaceAll(/[a-z]/gi, '').length < 2) return exact;
  // A letter becomes LIKE's sign for any one character.
  const anyLetters = containsPattern(text.replaceAll(/[a-z]/gi, '\u0000')).replaceAll('\u0000', '_');
  return Prisma.sql`(${column} COLLATE "C" LIKE ${anyLetters} AND ${exact})`;
}
