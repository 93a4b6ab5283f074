import { setTimeout as sleep } from 'node:timers/promises';
import type { DemoOptions } from './cli-options';
import type { GatewayClient } from './gateway-client';
import { GatewayError } from './http/gateway-error';
import { buildHistory, buildNewestRuns, type Night } from './history';
import type { Progress } from './progress';
import { runPooled } from './run-pooled';
import { buildLiveRun } from './scenario/build-live-run';
import type { Device } from './scenario/fleet';
import type { SimulatedRun } from './scenario/simulated-run';
import { sendEvents, sendRun } from './send-run';
import { describeRun, type RunTruth } from './truth';

export type Demo = {
  options: DemoOptions;
  client: GatewayClient;
  progress: Progress;
  fleet: readonly Device[];
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
};

/** Measured on 2 busy cores for the default demo: 4 took 66 s, 9 took 60 s. */
const PARALLEL_RUNS = 6;
/** Long enough to see a run end before the next one appears. */
const PAUSE_BETWEEN_LIVE_RUNS_MS = 3_000;

/** Sends what the options ask for; one run's refusal is noted in the ledger, a fatal error ends the demo. */
export async function runDemo(demo: Demo): Promise<RunTruth[]> {
  const truths: RunTruth[] = [];
  await sendHistory(demo, truths);
  if (demo.options.isLive) await sendLive(demo, truths);
  return truths.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
}

function* nightsToSend({ options, fleet }: Demo): Generator<Night> {
  const onlyNewest = options.isLive ? null : options.runs;
  if (onlyNewest === null) yield* buildHistory(options, fleet);
  else yield { runs: buildNewestRuns(options, fleet, onlyNewest), systemLines: [], midnightMs: 0 };
}

async function sendHistory(demo: Demo, truths: RunTruth[]): Promise<void> {
  const { client, progress, signal } = demo;
  for (const night of nightsToSend(demo)) {
    if (signal.aborted) return;
    if (night.systemLines.length > 0) await client.postLines(night.systemLines, `system/${night.midnightMs}`);
    progress.addLines(night.systemLines.length);
    // Opened one after another, so that the server numbers a job's runs in the order of their starts.
    for (const run of night.runs) await noteRefusal(demo, run, () => client.openRun(run.open));
    await runPooled(night.runs, PARALLEL_RUNS, async (run) => {
      await noteRefusal(demo, run, () => sendEvents(client, run, { onLines: progress.addLines }));
      truths.push(describeRun(run));
      progress.addRun();
    });
  }
}

async function sendLive(demo: Demo, truths: RunTruth[]): Promise<void> {
  const { options, client, progress, fleet, signal } = demo;
  const { seed, linesPerSecond } = options;
  for (let index = 0; index < (options.runs ?? Infinity) && !signal.aborted; index += 1) {
    if (index > 0) await sleep(PAUSE_BETWEEN_LIVE_RUNS_MS, undefined, { signal }).catch(() => undefined);
    const run = buildLiveRun({ seed, fleet, index, linesPerSecond, startedAtMs: Date.now() });
    progress.note(`live: ${run.open.jobName}, run ${run.open.runId} ${run.incidents.join('; ')}`.trimEnd());
    await noteRefusal(demo, run, () => sendRun(client, run, { pace: 'realtime', signal, onLines: progress.addLines }));
    if (signal.aborted) return;
    truths.push(describeRun(run));
    progress.addRun();
  }
}

async function noteRefusal({ client }: Demo, run: SimulatedRun, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof GatewayError) || error.isFatal) throw error;
    client.ledger.noteFailure(`${run.open.jobName} ${run.open.runId}: ${error.message}`);
  }
}
