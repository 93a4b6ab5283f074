import Link from 'next/link';
import type { MouseEvent } from 'react';
import { RelativeTime } from '@/components/ui/relative-time';
import { ToneBadge } from '@/components/ui/tone-badge';
import type { RunSummary } from '@/lib/runs/schema';
import { RUN_STATUS_LOOK } from '@/lib/runs/status-look';
import { DeviceStrip } from './device-strip';
import { LevelCount } from './level-count';
import { ROW_GRID, WIDE_ONLY } from './run-columns';
import { RunDurationText } from './run-duration-text';

/** A click anywhere follows the row's link, with the keys held (new tab), unless text was being selected. */
function handleRowClick(event: MouseEvent<HTMLTableRowElement>) {
  if (event.target instanceof Element && event.target.closest('a, button')) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const { ctrlKey, metaKey, shiftKey } = event;
  const click = new window.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey });
  event.currentTarget.querySelector('a')?.dispatchEvent(click);
}

const ROW_CLASS =
  'min-h-18.25 cursor-pointer border-b border-line py-2 hover:bg-hover has-[a:focus-visible]:bg-selected md:min-h-9 md:py-1';

export function RunRow({ run }: { run: RunSummary }) {
  const { label, shape, tone } = RUN_STATUS_LOOK[run.status];
  const { WARNING, ERROR, CRITICAL } = run.levelCounts;
  return (
    <tr role="row" className={`${ROW_GRID} ${ROW_CLASS}`} onClick={handleRowClick}>
      <td role="cell" className="order-1 md:order-none">
        <ToneBadge tone={tone} shape={shape} title={run.resultText ?? undefined}>
          {label}
        </ToneBadge>
      </td>
      <td role="cell" className="order-2 min-w-0 grow basis-24 md:order-none">
        <Link
          href={`/runs/${encodeURIComponent(run.runId)}`}
          data-row-link
          prefetch={false}
          className="flex min-w-0 scroll-mt-32 gap-1.5 rounded-sm font-medium"
        >
          <span className="truncate" title={run.jobName}>
            {run.jobName}
          </span>
          <span className="shrink-0 font-mono text-muted">#{run.number}</span>
        </Link>
      </td>
      <td role="cell" className={`${WIDE_ONLY} truncate text-muted`} title={run.jobType}>
        {run.jobType}
      </td>
      <td role="cell" className="order-3 whitespace-nowrap text-muted tabular-nums md:order-none">
        <RelativeTime time={run.startedAt} />
      </td>
      <td role="cell" className="order-5 min-w-16 text-right font-mono whitespace-nowrap md:order-none">
        <RunDurationText run={run} />
      </td>
      <td role="cell" className="order-8 min-w-0 grow basis-24 md:order-none">
        <DeviceStrip counts={run.deviceCounts} />
      </td>
      <td role="cell" className="order-6 text-right md:order-none">
        <LevelCount level={CRITICAL > 0 ? 'CRITICAL' : 'ERROR'} count={ERROR + CRITICAL} noun="error" />
      </td>
      <td role="cell" className="order-7 text-right md:order-none">
        <LevelCount level="WARNING" count={WARNING} noun="warning" />
      </td>
      <td role="cell" className={`${WIDE_ONLY} truncate text-muted`} title={run.trigger ?? undefined}>
        {run.trigger ?? '–'}
      </td>
      <td role="cell" className={`${WIDE_ONLY} truncate text-muted`} title={run.gateway ?? undefined}>
        {run.gateway ?? '–'}
      </td>
    </tr>
  );
}
