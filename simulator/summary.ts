import type { Ledger } from './ledger';
import type { RunTruth } from './truth';

export type DemoResult = { truths: readonly RunTruth[]; ledger: Ledger; durationMs: number; url: string };

/** One outage fails many lines in the same way. */
const SHOWN_FAILURES = 10;

/** What was sent, whether all of it was acknowledged, and where the bad nights are. */
export function formatSummary({ truths, ledger, durationMs, url }: DemoResult): string {
  const seconds = (durationMs / 1_000).toFixed(1);
  const lines = ledger.acceptedCount + ledger.duplicateCount;
  return [
    '',
    `${truths.length} runs, ${lines} lines acknowledged (${ledger.duplicateCount} were there before), ${seconds} s, ${ledger.retryCount} retries`,
    ...formatIncidents(truths, url),
    ...formatTrouble(ledger),
  ].join('\n');
}

/** An incident that lasts several runs or nights is one row, the newest first. */
function formatIncidents(truths: readonly RunTruth[], url: string): string[] {
  const byTitle = new Map<string, RunTruth[]>();
  for (const truth of truths) {
    for (const title of truth.incidents) byTitle.set(title, [...(byTitle.get(title) ?? []), truth]);
  }
  if (byTitle.size === 0) return [];
  return [
    `Where to look in ${url} (times in UTC):`,
    ...[...byTitle].reverse().map(([title, hit]) => formatRow(title, hit)),
  ];
}

function formatRow(title: string, hit: readonly RunTruth[]): string {
  const last = hit.at(-1)?.startedAt.slice(0, 16).replace('T', ' ') ?? '';
  const jobs = [...new Set(hit.map((truth) => truth.jobName))].join(', ');
  const statuses = [...new Set(hit.map((truth) => truth.status))].join(', ');
  const count = hit.length > 1 ? `${hit.length} runs, last ${last}` : last;
  return `  ${title}\n      ${jobs}: ${count}, ${statuses}`;
}

function formatTrouble(ledger: Ledger): string[] {
  if (ledger.isBalanced) return ['Every line was acknowledged.'];
  const more = ledger.failures.length - SHOWN_FAILURES;
  return [
    `NOT ACKNOWLEDGED: ${ledger.unacknowledgedCount} of ${ledger.sentCount} lines, ${ledger.rejectedCount} of them rejected`,
    ...ledger.failures.slice(0, SHOWN_FAILURES).map((text) => `  ${text}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
  ];
}
