import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { db } from '@/lib/db/client';
import { downloadQuery } from '@/lib/reading/download/schema';
import { downloadLines } from '@/lib/reading/download/server/download-lines';
import { getPatterns } from '@/lib/analysis/patterns/server/get-patterns';
import { patternsQuery } from '@/lib/analysis/patterns/schema';
import { openRun } from '@/lib/runs/server/open-run';
import { facetsQuery, findNewestLinesQuery, histogramQuery } from '@/lib/reading/explore/schema';
import { countFacets } from '@/lib/reading/explore/server/count-facets';
import { countHistogram } from '@/lib/reading/explore/server/count-histogram';
import { findNewestLines } from '@/lib/reading/explore/server/find-newest-lines';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { SHOWN_DEFAULTS, SHOWN_LINES, SHOWN_QUERIES, type ShownLine } from '../testing/shown-search';
import { findLinesQuery, minimapQuery } from '../schema';
import { findLines } from './find-lines';
import { getMinimap } from './get-minimap';

useTestDatabase();

const NAMES = Object.keys(SHOWN_LINES) as ShownLine[];
/** More lines of each than are counted as frequent, whose number is then known without looking at lines. */
const REPEATS = 9;
const START_MS = Date.UTC(2026, 4, 5, 10);

/** The lines of a run, each so many times: some in a batch of their own, so that there is something to merge. */
async function sendAll(runId: string): Promise<void> {
  await openRun(GATEWAY, { jobId: runId, runId, devices: [] });
  for (let round = 0; round < REPEATS; round += 1) {
    const records = NAMES.map((name, at) => ({
      ...SHOWN_DEFAULTS,
      ...SHOWN_LINES[name],
      ...{ run_id: runId, job_id: runId, phase: name },
      timestamp: new Date(START_MS + (round * NAMES.length + at) * 1000).toISOString(),
    }));
    const half = round % 2 ? records.length : 9;
    await postLines(records.slice(0, half));
    if (half < records.length) await postLines(records.slice(half));
  }
}

async function seal(runId: string): Promise<void> {
  await db().run.update({ where: { id: runId }, data: { status: 'succeeded' } });
  await mergeRun(runId);
  expect(await db().logChunk.findMany({ where: { runId }, select: { sealed: true } })).toEqual([{ sealed: true }]);
}

const RANGE = { from: new Date(START_MS).toISOString(), to: new Date(START_MS + 3_600_000).toISOString() };
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** Which kinds of lines are found, each as often as it was sent, and what every other reader of the same query counts. */
async function findEverywhere(runId: string, q: string) {
  const lines = await findLines(READER, runId, findLinesQuery.parse({ q, limit: 500 }));
  const everywhere = await findNewestLines(READER, findNewestLinesQuery.parse({ q, job: runId, limit: 500 }));
  const histogram = await countHistogram(READER, histogramQuery.parse({ q, job: runId, ...RANGE }));
  const facets = await countFacets(READER, facetsQuery.parse({ q, job: runId, ...RANGE }));
  const minimap = await getMinimap(READER, runId, minimapQuery.parse({ q }));
  const marked = await getMinimap(READER, runId, minimapQuery.parse({ q, find: '1' }));
  const patterns = await getPatterns(READER, runId, patternsQuery.parse({ q }));
  const folds = await findLines(READER, runId, findLinesQuery.parse({ q, fold: '1', limit: 500 }));
  const download = await downloadLines(READER, runId, {
    ...downloadQuery.parse({ q, format: 'ndjson' }),
    signal: new AbortController().signal,
  });
  const rows = (await new Response(download.body).text()).split('\n').filter(Boolean);
  const phases = (list: readonly { phase: string }[]) => list.map(({ phase }) => phase).sort();
  return {
    lines: phases(lines.lines),
    everywhere: phases(everywhere.lines),
    download: phases(rows.map((row) => JSON.parse(row) as { phase: string })),
    counts: {
      total: lines.total,
      histogram: sum(histogram.buckets.flatMap(({ counts }) => Object.values(counts))),
      facets: sum(facets.levels.map(({ count }) => count)),
      minimap: minimap.total,
      marked: marked.matches,
      patterns: patterns.lineCount,
      folds: sum(folds.lines.map(({ repeats }) => repeats?.count ?? 1)),
    },
  };
}

describe.each(['in pieces', 'sealed'])('lines are found as they are shown, %s', (state) => {
  beforeAll(async () => {
    await sendAll(state);
    if (state === 'sealed') await seal(state);
  });

  test.each(SHOWN_QUERIES)('%s', async (q, found) => {
    const { counts, ...lists } = await findEverywhere(state, q);
    const expected = found.flatMap((name) => Array.from({ length: REPEATS }, () => name as string)).sort();
    expect(lists).toEqual({ lines: expected, everywhere: expected, download: expected });
    for (const [reader, count] of Object.entries(counts)) {
      expect({ reader, count }).toEqual({ reader, count: expected.length });
    }
  });
});
