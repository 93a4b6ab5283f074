import Link from 'next/link';
import { NameText } from '@/components/ui/name-text';
import { describeTime } from '@/lib/analysis/compare/difference-text';
import type { DeviceChange } from '@/lib/analysis/compare/schema';
import { formatDuration } from '@/lib/format/duration';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { runPath } from '@/lib/runs/run-path';
import { Difference } from './difference';
import { PhaseDifferences } from './phase-differences';
import { ResultChange } from './result-change';

type DeviceChangeRowProps = { row: DeviceChange; phases: readonly string[]; nowId: string };

export function DeviceChangeRow({ row, phases, nowId }: DeviceChangeRowProps) {
  const { device, site, before, now, beforeMs, nowMs, change } = row;
  const spans = <PhaseDifferences row={row} phases={phases} />;
  return (
    <tr className="border-b border-line align-top last:border-b-0 hover:bg-hover">
      <th scope="row" className="px-3 py-1 text-left font-normal">
        {now === null ? (
          <NameText name={device} className="font-mono" />
        ) : (
          <Link
            href={runPath(nowId, lineViewCodec.format({ device: [device] }))}
            prefetch={false}
            className="font-mono break-all text-accent underline"
            title="Its lines in this run"
          >
            <NameText name={device} />
          </Link>
        )}
        {site && <NameText name={site} className="ml-1.5 text-muted" />}
        <div className="mt-0.5 md:hidden">{spans}</div>
      </th>
      <td className="px-2 py-1">
        <ResultChange before={before} now={now} />
      </td>
      <td className="hidden px-2 py-1 text-right font-mono whitespace-nowrap md:table-cell">{timeText(beforeMs)}</td>
      <td className="hidden px-2 py-1 text-right font-mono whitespace-nowrap md:table-cell">{timeText(nowMs)}</td>
      <td className="px-2 py-1 text-right">
        {beforeMs !== null && nowMs !== null ? (
          <Difference
            difference={describeTime(nowMs - beforeMs)}
            isWeak={change !== 'slower' && change !== 'faster'}
            isBad={change === 'slower'}
            hasWord={change === 'slower' || change === 'faster'}
          />
        ) : (
          <span className="text-muted">–</span>
        )}
      </td>
      <td className="hidden px-3 py-1 md:table-cell">{spans}</td>
    </tr>
  );
}

const timeText = (ms: number | null): string => (ms === null ? '–' : formatDuration(ms));
