'use client';

import type { CompareView } from '@/lib/analysis/compare/compare-codec';
import type { RunComparison } from '@/lib/analysis/compare/schema';
import { formatCount } from '@/lib/format/number';
import { DeviceSection } from './device-section';
import { DivergenceSection } from './divergence-section';
import { FactTable } from './fact-table';
import { MessageSection } from './message-section';

type ComparisonProps = {
  comparison: RunComparison;
  view: CompareView;
  onView: (view: CompareView) => void;
};

/** The sections of a comparison: where it went wrong, then devices, then messages, then the numbers. */
export function Comparison({ comparison, view, onView }: ComparisonProps) {
  const { divergence, devices, messages, leftOut } = comparison;
  const wanted = (view.q ?? '').toLowerCase();
  const { same, ...changed } = devices.counts;
  const changedCount = Object.values(changed).reduce((sum, count) => sum + count, 0);
  const { same: _same, ...changes } = messages.counts;
  const messageCount = Object.values(changes).reduce((sum, count) => sum + count, 0);
  return (
    <>
      {leftOut.length > 0 && (
        <div role="status" className="rounded-md border border-status-warn bg-status-warn-ground px-3 py-2 text-xs">
          <b>This comparison is partial.</b>
          <ul className="list-inside list-disc">
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <nav aria-label="Parts of the comparison" className="flex flex-wrap gap-x-3 gap-y-1 text-xs">
        <a href="#divergence" className="underline">
          First divergence
        </a>
        <a href="#devices" className="underline">
          Devices {formatCount(changedCount)}
        </a>
        <a href="#messages" className="underline">
          Messages {formatCount(messageCount)}
        </a>
        <a href="#facts" className="underline">
          Facts
        </a>
      </nav>
      <DivergenceSection comparison={comparison} wanted={wanted} />
      <DeviceSection
        devices={devices}
        nowId={comparison.now.runId}
        changedCount={changedCount}
        wanted={wanted}
        isWhole={view.show === 'all'}
        onWhole={(isWhole) => onView({ ...view, show: isWhole ? 'all' : undefined })}
      />
      <MessageSection
        messages={messages}
        nowId={comparison.now.runId}
        beforeId={comparison.before.runId}
        wanted={wanted}
      />
      <FactTable comparison={comparison} />
      <p className="sr-only" role="status">
        {divergence.rows.length > 0 ? 'Compared.' : 'Compared; no divergence.'} {formatCount(same)} devices are the
        same.
      </p>
    </>
  );
}
