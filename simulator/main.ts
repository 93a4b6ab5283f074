import { writeFile } from 'node:fs/promises';
import { parseCli, type DemoOptions } from './cli-options';
import { runDemo } from './demo';
import { createGatewayClient } from './gateway-client';
import { GatewayError } from './http/gateway-error';
import { createProgress } from './progress';
import { buildFleet } from './scenario/fleet';
import { formatSummary } from './summary';
import type { RunTruth } from './truth';

/** The first Ctrl-C ends politely, the second one at once. */
function stopOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  process.once('SIGINT', () => controller.abort());
  process.once('SIGTERM', () => controller.abort());
  return controller.signal;
}

async function start(options: DemoOptions): Promise<number> {
  const startMs = Date.now();
  const progress = createProgress(process.stdout, Date.now);
  const { url, token } = options;
  const client = createGatewayClient({ url, token, onRetry: (reason) => progress.note(`trying again: ${reason}`) });
  let truths: RunTruth[] = [];
  try {
    truths = await runDemo({
      options,
      client,
      progress,
      fleet: buildFleet(options.devices),
      signal: stopOnInterrupt(),
    });
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error;
    client.ledger.noteFailure(error.message);
  }
  progress.finish();
  if (options.truthFile) {
    await writeFile(options.truthFile, `${JSON.stringify({ seed: options.seed, runs: truths }, null, 1)}\n`);
  }
  console.log(formatSummary({ truths, ledger: client.ledger, durationMs: Date.now() - startMs, url }));
  return client.ledger.isBalanced ? 0 : 1;
}

async function main(): Promise<number> {
  const parsed = parseCli(process.argv.slice(2), process.env.INGEST_TOKEN, Date.now());
  if ('options' in parsed) return start(parsed.options);
  console.log(parsed.message);
  return parsed.exitCode;
}

void main().then((exitCode) => {
  process.exitCode = exitCode;
});
