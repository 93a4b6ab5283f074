'use client';

import { usePointed } from '@/components/ui/pointed';
import { ROW_PX } from './lane-scene';
import { msToPx, type TimeAxis } from './time-axis';

type TimeCursorProps = {
  axis: TimeAxis;
  zeroMs: number;
  leftPx?: number;
  /** Height of the row of a name, to mark it on the line. */
  topOf?: (name: string) => number | undefined;
};

/** The moment that the pointer is on, in the lanes or in the log, as a line through all lanes. */
export function TimeCursor({ axis, zeroMs, leftPx = 0, topOf }: TimeCursorProps) {
  const pointed = usePointed();
  if (!pointed) return null;
  const ms = pointed.timeMs - zeroMs;
  if (ms < axis.startMs || ms > axis.endMs) return null;
  const topPx = topOf?.(pointed.name);
  return (
    <div
      aria-hidden
      data-time-cursor
      className="pointer-events-none absolute inset-y-0 z-10 w-px bg-accent"
      style={{ left: leftPx + msToPx(axis, ms) }}
    >
      {topPx !== undefined && (
        <span
          className="absolute -left-1 size-2.25 rounded-full border-2 border-accent bg-surface"
          style={{ top: topPx + ROW_PX / 2 - 4 }}
        />
      )}
    </div>
  );
}
