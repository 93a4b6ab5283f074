import 'server-only';
import { int2Array, int4Array, textArray, timestamptzArray } from '@/lib/db/binary-array';
import type { SqlTransaction } from '@/lib/db/sql-transaction';
import type { RunKey } from '@/lib/runs/server/sql/ensured-run';
import { settleClocks } from '@/lib/runs/server/sql/settle-clocks';
import { isOpen } from '@/lib/runs/status';
import type { LineDraft } from '@/lib/store/chunks/line-draft';
import { continueSecrets, readOpenSecrets, type OpenSecrets, type ContinuedLines } from '../../open-secrets';
import { planChunks, type ChunkRow } from '@/lib/store/chunks/plan-chunks';
import { insertChunks } from '@/lib/store/chunks/server/sql/insert-chunks';
import { tallyLines, type RunTally } from '../../tally-lines';
import { clockSkews, timeSpan } from '../../time-span';
import { addDeviceLines } from './add-device-lines';
import { openTurns, type WorkTurns } from './pauses';
import { advanceRuns, type AdvancedRun, type RunGrowth } from './advance-runs';
import { setOpenSecrets } from './set-open-secrets';

export type RunLines = RunKey & { lines: LineDraft[] };
export type SeqRange = { firstSeq: number; lastSeq: number };

/** A run was deleted between its lookup and its lines; another one may have been made under its address. */
export class RunGoneError extends Error {}

type Tx = SqlTransaction;

/**
 * Writes lines and counters inside `tx` and answers which seqs each run's lines got.
 * The seqs come from the run's row, whose lock is held until commit: they have no holes and are in commit order.
 * Runs are locked in the order of their ids by everybody, so two batches never wait for each other in a circle.
 * Under that lock, and so in the order of the seqs, lines are read for secrets that go on from the run's lines before.
 */
export async function writeLines(tx: Tx, runs: RunLines[], receivedMs: number): Promise<Map<string, SeqRange>> {
  const byId = [...runs].sort((a, b) => (a.runId < b.runId ? -1 : 1));
  const tallies = new Map(byId.map(({ runId, lines }) => [runId, tallyLines(lines)]));
  const growths = byId.map(({ runId, createdMs, lines }) => ({
    runId,
    createdMs,
    lines,
    lineCount: lines.length,
    tally: tallies.get(runId) ?? tallyLines(lines),
    span: timeSpan(lines, receivedMs),
  }));
  const advanced = await advanceRuns(tx, growths);
  const ranges = new Map<string, SeqRange>();
  const turns = openTurns();
  const chunks: (ChunkRow & { runId: string })[] = [];
  const opened = new Map<string, OpenSecrets>();
  for (const { runId, lines } of byId) {
    const run = advanced.get(runId);
    if (run === undefined) throw new RunGoneError();
    const firstSeq = run.last_seq - lines.length + 1;
    ranges.set(runId, { firstSeq, lastSeq: run.last_seq });
    const clean = await continueInTurns(lines, readOpenSecrets(run.open_secrets), { receivedMs, turns });
    if (run.open_secrets !== null || clean.open.length > 0) opened.set(runId, clean.open);
    for (const chunk of planChunks(firstSeq, clean.lines)) {
      chunks.push({ ...chunk, runId });
      if (turns.isOver()) await turns.next();
    }
  }
  await insertChunks(tx, chunks, receivedMs);
  if (opened.size > 0) await setOpenSecrets(tx, opened);
  await addLineCounts(tx, tallies);
  const isEnded = (runId: string) => !isOpen(advanced.get(runId)?.status ?? 'running');
  const skews = new Map(growths.map((growth) => [growth.runId, skewsOf(growth, advanced.get(growth.runId))]));
  await addDeviceLines(tx, tallies, { isEnded, skewOf: (runId, device) => skews.get(runId)?.get(device) ?? null });
  for (const { id, is_redated: isRedated } of advanced.values()) if (isRedated) await settleClocks(tx, id);
  return ranges;
}

/** Lines that are redacted between two looks at the clock: a hostile one may take 0.3 ms. */
const LINES_AT_ONCE = 100;

type Pace = { receivedMs: number; turns: WorkTurns };

async function continueInTurns(
  lines: LineDraft[],
  before: OpenSecrets,
  { receivedMs, turns }: Pace,
): Promise<ContinuedLines> {
  if (lines.length <= LINES_AT_ONCE) return continueSecrets(lines, before, receivedMs);
  const clean: ContinuedLines = { lines: [], open: before };
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE) {
    const part = continueSecrets(lines.slice(at, at + LINES_AT_ONCE), clean.open, receivedMs);
    for (const line of part.lines) clean.lines.push(line);
    clean.open = part.open;
    if (turns.isOver()) await turns.next();
  }
  return clean;
}

const NO_SKEWS: ReadonlyMap<string, number> = new Map();

/** Nearly always empty: all lines are within the run's times. */
function skewsOf({ lines, span }: RunGrowth & { lines: LineDraft[] }, run: AdvancedRun | undefined) {
  if (!run) return NO_SKEWS;
  const times = { fromMs: run.first_line_ms, toMs: run.last_line_ms, isScattered: true };
  const isInside = span.fromMs >= times.fromMs && span.toMs <= times.toMs;
  return isInside && !span.isScattered ? NO_SKEWS : clockSkews(lines, times);
}

async function addLineCounts(tx: Tx, tallies: Map<string, RunTally>): Promise<void> {
  const rows = [...tallies].flatMap(([runId, { minutes }]) => minutes.map((minute) => ({ runId, ...minute })));
  await tx.$executeRaw`
    INSERT INTO line_count (run_id, minute, level, component, count)
    SELECT * FROM unnest(${textArray(rows.map((row) => row.runId))}::text[],
                         ${timestamptzArray(rows.map((row) => ({ ms: row.minuteMs, us: 0 })))}::timestamptz[],
                         ${int2Array(rows.map((row) => row.level))}::smallint[],
                         ${textArray(rows.map((row) => row.component))}::text[],
                         ${int4Array(rows.map((row) => row.count))}::int[])
    ON CONFLICT (run_id, minute, level, component) DO UPDATE SET count = line_count.count + excluded.count`;
}
