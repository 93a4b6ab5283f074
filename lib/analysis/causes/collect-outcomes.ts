import { findEarlierCause, type Cause, type CauseContext, type ErrorMessage } from './find-cause';
import { groupBy } from './group-by';
import type { EarlierOutcome } from './judge-history';
import { patternOf } from '@/lib/analysis/patterns/mask-message';

/** Ended runs of the job, newest first. */
export type EarlierRun = { id: string; startedAt: string };
export type DeviceOutcome = {
  runId: string;
  device: string;
  isBad: boolean;
  cause: string | null;
  /** Its first errors, where they are noted with it. */
  noted: readonly ErrorMessage[];
};

export type Earlier = {
  runs: readonly EarlierRun[];
  outcomes: readonly DeviceOutcome[];
  /** Errors of the earlier runs that are not noted, as far as they were read. */
  messages: readonly (ErrorMessage & { runId: string })[];
};

/** How a device fared in the runs before, newest first; with the causes of its failures, by pattern. */
export type DeviceHistory = { outcomes: EarlierOutcome[]; causes: Map<string, Cause> };

export function collectOutcomes(earlier: Earlier, context: CauseContext): Map<string, DeviceHistory> {
  const messages = groupBy(earlier.messages, ({ runId, device }) => JSON.stringify([runId, device]));
  const byRun = groupBy(earlier.outcomes, ({ runId }) => runId);
  const histories = new Map<string, DeviceHistory>();
  for (const { id, startedAt } of earlier.runs) {
    for (const { device, isBad, cause, noted } of byRun.get(id) ?? []) {
      const history = histories.get(device) ?? { outcomes: [], causes: new Map<string, Cause>() };
      histories.set(device, history);
      const errors = noted.length > 0 ? noted : (messages.get(JSON.stringify([id, device])) ?? []);
      const found = isBad ? findEarlierCause(cause, errors, context) : null;
      history.outcomes.push({ startedAt, pattern: found?.pattern ?? null });
      if (found) history.causes.set(found.pattern, found);
    }
  }
  return histories;
}

/** The same for an error that no device wrote: whether the earlier runs had it. */
export function collectRunOutcomes(
  pattern: string,
  { runs, messages }: Earlier,
  context: CauseContext,
): EarlierOutcome[] {
  const having = new Set(
    messages
      .filter(({ device, message }) => device === '' && patternOf(message, context.names) === pattern)
      .map(({ runId }) => runId),
  );
  return runs.map(({ id, startedAt }) => ({ startedAt, pattern: having.has(id) ? pattern : null }));
}

/** The context of comparisons: names of all known devices, and what good runs wrote. */
export function buildContext(devices: Iterable<string>, goodMessages: readonly ErrorMessage[]): CauseContext {
  const names = new Set([...devices].filter((name) => name !== '').map((name) => name.toLowerCase()));
  return { names, inGoodRuns: new Set(goodMessages.map(({ message }) => patternOf(message, names))) };
}
