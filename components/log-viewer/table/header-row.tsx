'use client';

import { cn } from '@/components/ui/cn';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { formatDate, formatZone } from '@/lib/format/date-time';
import type { ViewPrefs } from '../list/use-view-prefs';
import { LOG_ROW_GRID } from './log-row-grid';

const HEADINGS = ['Line', 'Time', 'Level', 'Component', 'Device', 'Message'] as const;
const WIDE_ONLY: Readonly<Record<string, string>> = {
  Line: 'hidden text-right @2xl:block',
  Component: 'hidden @4xl:block',
  Device: 'hidden @2xl:block',
};

type HeaderRowProps = { timeMode: ViewPrefs['timeMode']; runStart: string };

/** Headings of the time column: a clock names its zone and, on hover, its day, both as they were when the run began. */
export function HeaderRow({ timeMode, runStart }: HeaderRowProps) {
  const zone = useTimeZone();
  const startMs = Date.parse(runStart);
  const zoneName = timeMode === 'absolute' ? ` ${formatZone(startMs, zone)}` : '';
  const day = timeMode === 'absolute' ? `Where no date is told it is ${formatDate(startMs, zone)}` : undefined;
  return (
    <div role="rowgroup" className="border-b border-line bg-panel text-xs text-muted">
      <div role="row" className={cn(LOG_ROW_GRID, 'py-1')}>
        {HEADINGS.map((heading) => (
          <span
            key={heading}
            role="columnheader"
            title={heading === 'Time' ? day : undefined}
            className={WIDE_ONLY[heading]}
          >
            {heading === 'Level' ? <span className="sr-only">Level</span> : heading}
            {heading === 'Time' && zoneName}
          </span>
        ))}
      </div>
    </div>
  );
}
