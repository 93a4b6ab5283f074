import { NameText } from '@/components/ui/name-text';
import type { TableColumn } from '@/components/ui/table';
import { ToneBadge } from '@/components/ui/tone-badge';
import { describeCount } from '@/lib/analysis/compare/difference-text';
import type { MessageChange, MessageChangeKind } from '@/lib/analysis/compare/schema';
import { formatCount } from '@/lib/format/number';
import { Arrow } from './arrow';
import { WIDE_COLUMN } from './compared-row';
import { Difference } from './difference';
import { LevelBadge } from './level-badge';
import { LineLink } from './line-link';
import { MessageText } from './message-text';

const KINDS: Record<MessageChangeKind, { sign: string; tone: 'status-changed' | 'status-idle' }> = {
  new: { sign: '+', tone: 'status-changed' },
  more: { sign: '▲', tone: 'status-idle' },
  fewer: { sign: '▼', tone: 'status-idle' },
  gone: { sign: '−', tone: 'status-idle' },
};

export function messageColumns(nowId: string, beforeId: string): TableColumn<MessageChange>[] {
  const firstLines = (row: MessageChange) => <FirstLines row={row} nowId={nowId} beforeId={beforeId} />;
  return [
    { label: 'Change', className: 'px-3', cell: ({ change }) => <Change change={change} /> },
    {
      label: 'Message',
      headingClass: 'w-full',
      cell: (row) => (
        <span className="flex items-baseline gap-1.5">
          <LevelBadge level={row.level} />
          <span className="min-w-0">
            <MessageText text={row.pattern} className="font-mono" />
            {row.component !== '' && <NameText name={row.component} className="ml-2 text-muted" />}
            <span className="mt-0.5 block text-muted md:hidden">first line {firstLines(row)}</span>
          </span>
        </span>
      ),
    },
    {
      label: 'Lines',
      className: 'text-right',
      cell: ({ beforeCount, nowCount }) => (
        <>
          <span className="block font-mono whitespace-nowrap">
            {formatCount(beforeCount)} <Arrow /> {formatCount(nowCount)}
          </span>
          <Difference difference={describeCount(nowCount - beforeCount)} isWeak />
        </>
      ),
    },
    {
      label: 'Devices',
      className: `text-right ${WIDE_COLUMN}`,
      cellClass: 'font-mono whitespace-nowrap',
      cell: ({ beforeDevices, nowDevices }) => (
        <>
          {formatCount(beforeDevices)} <Arrow /> {formatCount(nowDevices)}
        </>
      ),
    },
    {
      label: 'First line before, now',
      className: `px-3 text-right ${WIDE_COLUMN}`,
      headingClass: 'whitespace-nowrap',
      cell: firstLines,
    },
  ];
}

const Change = ({ change }: { change: MessageChangeKind }) => (
  <ToneBadge tone={KINDS[change].tone} letter={KINDS[change].sign}>
    {change}
  </ToneBadge>
);

type FirstLinesProps = { row: MessageChange; nowId: string; beforeId: string };

const FirstLines = ({ row: { beforeSeq, nowSeq }, nowId, beforeId }: FirstLinesProps) => (
  <span className="inline-flex justify-end gap-x-2 whitespace-nowrap">
    {beforeSeq === null ? <Dash /> : <LineLink runId={beforeId} seq={beforeSeq} of="the other run" />}
    {nowSeq === null ? <Dash /> : <LineLink runId={nowId} seq={nowSeq} of="this run" />}
  </span>
);

const Dash = () => <span className="text-muted">–</span>;
