import Link from 'next/link';
import type { MouseEvent } from 'react';
import { NameText } from '@/components/ui/name-text';
import { RelativeTime } from '@/components/ui/relative-time';
import { ToneBadge } from '@/components/ui/tone-badge';
import { markedText, nameInText } from '@/lib/format/invisible';
import { runPath } from '@/lib/runs/run-path';
import type { JobHistory, RunSummary } from '@/lib/runs/schema';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { DeviceStrip } from './device-strip';
import { JobSparkline } from './job-sparkline';
import { LevelCount } from './level-count';
import { RUN_ROW_GRID, RUN_ROW_HEIGHT, WIDE_ONLY, WIDEST_ONLY } from './run-columns';
import { RunDurationCell } from './run-duration-cell';

/** A click anywhere follows the row's link, with the keys held (new tab), unless text was being selected. */
function handleRowClick(event: MouseEvent<HTMLTableRowElement>) {
  if (event.target instanceof Element && event.target.closest('a, button')) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const click = new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
  event.currentTarget.querySelector('[data-row-link]')?.dispatchEvent(click);
}

const ROW_CLASS =
  'cursor-pointer border-b border-line py-1 hover:bg-hover has-[[data-row-link]:focus-visible]:bg-selected';

/** One empty list for all, or each refresh would be a change. */
const NO_RUNS: JobHistory['runs'] = [];

type RunRowProps = { run: RunSummary; history: JobHistory | undefined };

export function RunRow({ run, history }: RunRowProps) {
  const { label, shape, tone } = RUN_STATUS_LOOK[run.status];
  const { WARNING, ERROR, CRITICAL } = run.levelCounts;
  return (
    <tr role="row" className={`${RUN_ROW_GRID} ${RUN_ROW_HEIGHT} ${ROW_CLASS}`} onClick={handleRowClick}>
      <td role="cell" className="order-1 @4xl:order-none">
        <ToneBadge tone={tone} shape={shape} title={run.resultText ? markedText(run.resultText) : undefined}>
          {label}
        </ToneBadge>
      </td>
      <td role="cell" className="order-2 min-w-0 grow basis-24 @4xl:order-none">
        <Link
          href={runPath(run.runId)}
          data-row-link
          prefetch={false}
          className="flex min-w-0 scroll-mt-32 gap-1.5 rounded-sm font-medium"
        >
          <span className="truncate" title={nameInText(run.jobName)}>
            <NameText name={run.jobName} />
          </span>
          <span className="shrink-0 font-mono text-muted">#{run.number}</span>
        </Link>
      </td>
      <td role="cell" className={`${WIDEST_ONLY} truncate text-muted`} title={nameInText(run.jobType)}>
        <NameText name={run.jobType} />
      </td>
      <td role="cell" className="order-3 whitespace-nowrap text-muted tabular-nums @4xl:order-none">
        <RelativeTime time={run.startedAt} />
      </td>
      <td role="cell" className="order-5 min-w-17 font-mono whitespace-nowrap @4xl:order-none">
        <RunDurationCell run={run} usual={history?.usual ?? null} />
      </td>
      <td role="cell" className="order-6 min-w-0 grow basis-12 @4xl:order-none">
        <DeviceStrip counts={run.deviceCounts} />
      </td>
      <td role="cell" className="order-7 text-right @4xl:order-none">
        <LevelCount level={CRITICAL > 0 ? 'CRITICAL' : 'ERROR'} count={ERROR + CRITICAL} noun="error" />
      </td>
      <td role="cell" className="order-8 text-right @4xl:order-none">
        <LevelCount level="WARNING" count={WARNING} noun="warning" />
      </td>
      <td role="cell" className="order-9 flex justify-end @4xl:order-none">
        <JobSparkline runs={history?.runs ?? NO_RUNS} runId={run.runId} />
      </td>
      <td role="cell" className={`${WIDE_ONLY} truncate text-muted`} title={nameInText(run.trigger ?? '')}>
        <NameText name={run.trigger ?? '–'} />
      </td>
      <td role="cell" className={`${WIDEST_ONLY} truncate text-muted`} title={nameInText(run.gateway ?? '')}>
        <NameText name={run.gateway ?? '–'} />
      </td>
    </tr>
  );
}
