import { formatBeside } from '@/lib/format/date-time';
import { formatDuration } from '@/lib/format/duration';
import { nameInText } from '@/lib/format/invisible';
import { formatCount, formatQuantity } from '@/lib/format/number';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import type { LaneHit } from './hit-test';

type TextContext = { timeline: RunTimeline; zeroMs: number; zone: string };

/** What the pointer is on, in words; '' where nothing is drawn. */
export function hitText(hit: LaneHit, { timeline, zeroMs, zone }: TextContext): string {
  switch (hit.kind) {
    case 'mark': {
      const { level, count, ms, seq } = hit.mark;
      const more = count > 1 ? ` and ${formatQuantity(count - 1, 'more line')}` : '';
      return `${level}${more} at ${formatBeside(zeroMs + ms, zeroMs, zone)}: opens line ${formatCount(seq)}`;
    }
    case 'fold':
      return `Idle ${formatDuration(hit.fold.endMs - hit.fold.startMs)}: a click shows it in full`;
    case 'stall':
      return `${formatDuration(hit.stall.endMs - hit.stall.startMs)} without output, from ${formatBeside(zeroMs + hit.stall.startMs, zeroMs, zone)}`;
    case 'phase': {
      const { phase, startMs, endMs, status, isOpen } = hit.phase;
      const took = formatDuration(endMs - startMs);
      const result = status ? `, ${DEVICE_STATUS_LOOK[status].label.toLowerCase()}` : '';
      return `${nameInText(timeline.phases[phase] ?? '')} ${isOpen ? `for ${took} so far` : took}${result}`;
    }
    case 'lane':
      return '';
    default:
      return hit satisfies never;
  }
}
