import { formatDuration } from '@/lib/format/duration';
import type { DeviceStatus } from '@/lib/runs/status';
import { DEVICE_STATUS_LOOK } from '@/lib/runs/status-look';
import type { DeviceLane } from '@/lib/analysis/timeline/schema';
import { drawnPhases } from './lane-facts';

/** Most columns of cells: more leave no room for names. The table has all phases. */
export const MAX_CELLS = 10;

/** A device's phase: the result of its last try and the time of all tries; null when it was not reached. */
export type PhaseCell = { status: DeviceStatus; tookMs: number; tries: number } | null;

export function buildCells(lane: DeviceLane, phaseCount: number, nowMs: number): PhaseCell[] {
  const cells = Array.from({ length: phaseCount }, (): PhaseCell => null);
  for (const { phase, startMs, endMs, status, isOpen } of drawnPhases(lane, nowMs)) {
    if (phase >= phaseCount) continue;
    const before = cells[phase];
    cells[phase] = {
      status: status ?? (isOpen ? 'running' : 'succeeded'),
      tookMs: (before?.tookMs ?? 0) + endMs - startMs,
      tries: (before?.tries ?? 0) + 1,
    };
  }
  return cells;
}

/** `failed, 28s in 3 tries` */
export function cellText(cell: PhaseCell): string {
  if (!cell) return 'not reached';
  const tries = cell.tries > 1 ? ` in ${cell.tries} tries` : '';
  return `${DEVICE_STATUS_LOOK[cell.status].label.toLowerCase()}, ${formatDuration(cell.tookMs)}${tries}`;
}
