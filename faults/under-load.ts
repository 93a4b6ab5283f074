import { expect } from 'vitest';
import { compareLedger, Ledger } from './ledger';
import { readMessages } from './read-run';
import { sendUntil, type Answer } from './sender';
import { TailClient } from './tail-client';

type Load = {
  name: string;
  /** Where lines are sent to. */
  url: string;
  /** Where they are read back and tailed; the same server when left out. */
  readUrl?: string;
  senders?: number;
  linesPerSecond?: number;
  linesPerBatch?: number;
  /** Batches a sender; without it, as many as `disturb` leaves time for. */
  batches?: number;
  tails?: number;
  onAnswer?: (answer: Answer) => void;
};

/**
 * Sends and tails while `disturb` runs, then compares the ledger with the store and with every tail, and prints one line
 * of JSON. `disturb` answers what it wants printed; `downMs` of it is taken for the time without a server.
 */
export async function underLoad(
  { name, url, readUrl = url, senders = 8, linesPerSecond = 2000, linesPerBatch = 500, ...load }: Load,
  disturb: (tails: TailClient[]) => Promise<Record<string, unknown> & { downMs?: number }>,
): Promise<void> {
  const ledger = new Ledger();
  const abort = new AbortController();
  const runId = `faults ${name}`;
  const startedAt = performance.now();
  const sending = Array.from({ length: senders }, () =>
    sendUntil({
      ...load,
      ...{ url, runId, ledger, linesPerBatch },
      linesPerSecond: linesPerSecond / senders,
      signal: abort.signal,
    }),
  );
  const tails = Array.from({ length: load.tails ?? 3 }, () => new TailClient(readUrl, runId));
  const { downMs = 0, ...facts } = await disturb(tails);
  if (load.batches === undefined) abort.abort();
  await Promise.all(sending);
  const ms = performance.now() - startedAt;
  const stored = await readMessages(readUrl, runId);
  const result = compareLedger(ledger, stored);
  const rates = {
    linesPerSecond: Math.round((result.acknowledged / ms) * 1000),
    linesPerSecondWhileUp: Math.round((result.acknowledged / (ms - downMs)) * 1000),
  };
  console.log(JSON.stringify({ fault: name, ...result, tails: tails.length, ...rates, ...facts }));
  expect(result).toEqual({ acknowledged: stored.length, lost: 0, doubled: 0, outOfOrder: 0, unasked: 0 });
  for (const tail of tails) {
    await tail.untilSeq(stored.length);
    await tail.close();
    expect(tail.messages).toEqual(stored);
  }
}
