import { formatCount, formatQuantity } from '@/lib/format/number';
import type { RunDetail } from '@/lib/runs/schema';
import { isOpen } from '@/lib/runs/status';
import type { TailState } from './tail-connection';

export type TailLabel = {
  word: string;
  detail: string;
  tone: 'status-run' | 'status-warn' | 'status-idle' | 'status-ok';
};

type Facts = {
  run: Pick<RunDetail, 'status' | 'lineCount' | 'missingLineCount'>;
  tailState: TailState;
  isTailed: boolean;
  lastSeq: number;
};

/** Says whether the lines on screen are all there are. */
export function describeTail({ run, tailState, isTailed, lastSeq }: Facts): TailLabel {
  if (!isTailed || tailState === 'ended') return describeEnd(run);
  switch (tailState) {
    case 'live':
      return { word: 'LIVE', detail: '', tone: 'status-run' };
    case 'replaying':
      return { word: 'CATCHING UP', detail: `from ${formatCount(lastSeq)}`, tone: 'status-run' };
    case 'connecting':
      return { word: 'CONNECTING', detail: '', tone: 'status-idle' };
    case 'reconnecting':
      return { word: 'RECONNECTING', detail: `from ${formatCount(lastSeq)}`, tone: 'status-warn' };
    case 'paused':
      return { word: 'PAUSED', detail: 'tab hidden', tone: 'status-idle' };
    default:
      return tailState satisfies never;
  }
}

function describeEnd({ status, lineCount, missingLineCount }: Facts['run']): TailLabel {
  if (isOpen(status)) return { word: 'ENDED', detail: 'the stream was closed', tone: 'status-warn' };
  if (missingLineCount > 0) {
    return { word: 'ENDED', detail: `${formatQuantity(missingLineCount, 'line')} missing`, tone: 'status-warn' };
  }
  const detail = lineCount === 0 ? 'no lines' : `1…${formatCount(lineCount)}`;
  // No end of a stale run was reported, so its lines are not called complete.
  return status === 'stale'
    ? { word: 'STALE', detail, tone: 'status-warn' }
    : { word: 'COMPLETE', detail, tone: 'status-ok' };
}
