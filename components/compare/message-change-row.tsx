import { NameText } from '@/components/ui/name-text';
import { ToneBadge } from '@/components/ui/tone-badge';
import { describeCount } from '@/lib/analysis/compare/difference-text';
import type { MessageChange, MessageChangeKind } from '@/lib/analysis/compare/schema';
import { formatCount } from '@/lib/format/number';
import { Arrow } from './arrow';
import { Difference } from './difference';
import { LevelBadge } from './level-badge';
import { LineLink } from './line-link';
import { MessageText } from './message-text';

type MessageChangeRowProps = { row: MessageChange; nowId: string; beforeId: string };

const KINDS: Record<MessageChangeKind, { sign: string; tone: 'status-changed' | 'status-idle' }> = {
  new: { sign: '+', tone: 'status-changed' },
  more: { sign: '▲', tone: 'status-idle' },
  fewer: { sign: '▼', tone: 'status-idle' },
  gone: { sign: '−', tone: 'status-idle' },
};

export function MessageChangeRow({ row, nowId, beforeId }: MessageChangeRowProps) {
  const { change, level, component, pattern, beforeCount, nowCount, beforeSeq, nowSeq } = row;
  const lines = (
    <span className="inline-flex justify-end gap-x-2 whitespace-nowrap">
      {beforeSeq === null ? <Dash /> : <LineLink runId={beforeId} seq={beforeSeq} of="the other run" />}
      {nowSeq === null ? <Dash /> : <LineLink runId={nowId} seq={nowSeq} of="this run" />}
    </span>
  );
  return (
    <tr className="border-b border-line align-top last:border-b-0 hover:bg-hover">
      <td className="px-3 py-1">
        <ToneBadge tone={KINDS[change].tone} letter={KINDS[change].sign}>
          {change}
        </ToneBadge>
      </td>
      <td className="px-2 py-1">
        <span className="flex items-baseline gap-1.5">
          <LevelBadge level={level} />
          <span className="min-w-0">
            <MessageText text={pattern} className="font-mono" />
            {component !== '' && <NameText name={component} className="ml-2 text-muted" />}
            <span className="mt-0.5 block text-muted md:hidden">first line {lines}</span>
          </span>
        </span>
      </td>
      <td className="px-2 py-1 text-right">
        <span className="block font-mono whitespace-nowrap">
          {formatCount(beforeCount)} <Arrow /> {formatCount(nowCount)}
        </span>
        <Difference difference={describeCount(nowCount - beforeCount)} isWeak />
      </td>
      <td className="hidden px-2 py-1 text-right font-mono whitespace-nowrap md:table-cell">
        {formatCount(row.beforeDevices)} <Arrow /> {formatCount(row.nowDevices)}
      </td>
      <td className="hidden px-3 py-1 text-right md:table-cell">{lines}</td>
    </tr>
  );
}

const Dash = () => <span className="text-muted">–</span>;
