import 'server-only';
import { LRUCache } from 'lru-cache';
import { assertCan } from '@/lib/auth/assert-can';
import type { Viewer } from '@/lib/auth/viewer';
import { db } from '@/lib/db/client';
import { processState } from '@/lib/process-state';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import { lineFilterText } from '@/lib/reading/lines/line-filter-codec';
import { getRunHead, type RunHead } from '@/lib/reading/lines/server/sql/get-last-seq';
import type { TalliedMessage } from '../message-tally';
import { patternSearch } from '../pattern-search';
import { MAX_PATTERNS_GIVEN, type LinePattern, type PatternsQuery, type RunPatterns } from '../schema';
import { findPatterns, type FoundPatterns } from './sql/find-patterns';
import { takeTurn } from './sql/take-turn';

/** Some 100 KB each. */
const MAX_REMEMBERED = 20;
const remembered = processState('patterns', () => new LRUCache<string, RunPatterns>({ max: MAX_REMEMBERED }));

/**
 * The patterns of a run's lines that match, exactly counted: messages with numbers, addresses and names masked. Remembered for a run,
 * its making, last seq and the filter. Throws `not_found` and `search_timeout`.
 */
export async function getPatterns(
  viewer: Viewer,
  runId: string,
  { signal, ...filter }: PatternsQuery & { signal?: AbortSignal },
): Promise<RunPatterns> {
  assertCan(viewer, 'runs:read');
  const keyOf = ({ lastSeq, createdMs }: RunHead) =>
    JSON.stringify([runId, createdMs, lastSeq, lineFilterText(filter)]);
  const known = remembered().get(keyOf(await getRunHead(db(), runId)));
  if (known) return known;
  const found = await takeTurn(() => findPatterns({ runId, filter, signal }));
  const patterns = describe(found);
  remembered().set(keyOf(found), patterns);
  return patterns;
}

function describe({ lastSeq, names, tallied }: FoundPatterns): RunPatterns {
  const given = [...tallied].sort(problemsFirst).slice(0, MAX_PATTERNS_GIVEN);
  return {
    lastSeq,
    lineCount: tallied.reduce((sum, { count }) => sum + count, 0),
    patternCount: tallied.length,
    patterns: given.map((each) => toPattern(each, names)),
  };
}

const isProblem = ({ level }: TalliedMessage): number => Number(LEVEL_NUMBER[level] >= LEVEL_NUMBER.WARNING);

/** When there are too many patterns, the rarest below WARNING are left out. */
const problemsFirst = (a: TalliedMessage, b: TalliedMessage): number =>
  isProblem(b) - isProblem(a) || b.count - a.count || a.firstSeq - b.firstSeq;

function toPattern(
  { pattern, level, component, count, devices, firstSeq, lastSeq, sample, spread }: TalliedMessage,
  names: ReadonlySet<string>,
): LinePattern {
  const search = patternSearch(pattern, sample, names);
  const seqs = { firstSeq, lastSeq };
  return { pattern, level, component, count, deviceCount: devices.size, ...seqs, spread: spread ?? [], q: search };
}
