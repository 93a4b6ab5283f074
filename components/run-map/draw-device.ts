import { isBadDeviceStatus } from '@/lib/runs/status';
import type { DeviceLane } from '@/lib/analysis/timeline/schema';
import { drawMarks } from './draw-marks';
import { phaseTone } from './lane-colours';
import { drawnPhases, isAtWork, isLaggard } from './lane-facts';
import { ROW_PX, type Brush, type LaneScene } from './lane-scene';
import { msToPx } from './time-axis';

/** Opacity of devices that are not chosen. */
const FAINT = 0.3;
/** A device's lane: its stretch, phases, stalls and marks, and what is special about it. */
export function drawDevice(brush: Brush, lane: DeviceLane, at: number): void {
  const { context, scene, colours } = brush;
  const { axis, timeline, index, chosenDevices, chosenPhases, nowMs } = scene;
  const alpha = chosenDevices.size > 0 && !chosenDevices.has(lane.device) ? FAINT : 1;
  context.globalAlpha = alpha;
  drawSpan(brush, spanOf([lane], scene));
  for (const { phase, startMs, endMs, status, isOpen } of drawnPhases(lane, nowMs)) {
    if (endMs < axis.startMs || startMs > axis.endMs) continue;
    const isFaint = chosenPhases.size > 0 && !chosenPhases.has(timeline.phases[phase] ?? '');
    context.globalAlpha = isFaint ? Math.min(alpha, FAINT) : alpha;
    const startPx = msToPx(axis, startMs);
    const widthPx = Math.max(2, msToPx(axis, endMs) - startPx);
    const isBad = status !== null && isBadDeviceStatus(status);
    context.fillStyle = isBad ? colours['status-bad-ground'] : colours[phaseTone(phase).name];
    context.fillRect(startPx, isBad ? 3 : 7, Math.max(1, widthPx - 0.5), isBad ? 18 : 10);
    // A failed phase is only framed, because the marks of its errors have the same colour.
    context.strokeStyle = colours['status-bad'];
    context.lineWidth = 1;
    if (isBad) context.strokeRect(startPx + 0.5, 3.5, Math.max(1, widthPx - 1.5), 17);
    if (!isOpen) continue;
    context.fillStyle = colours['status-run'];
    context.fillRect(startPx + widthPx - 2, 4, 2, 16);
  }
  context.globalAlpha = alpha;
  for (const { startMs, endMs } of index.stallsOfDevice.get(at) ?? []) drawStall(brush, startMs, endMs);
  drawMarks(brush, index.marksOfDevice.get(at) ?? []);
  if (at === timeline.lastDevice) drawCriticalPath(brush, lane);
  if (isLaggard(lane, nowMs) && lane.startMs !== null && lane.usualMs !== null) {
    drawUsualEnd(brush, lane.startMs + lane.usualMs);
  }
}

type Extent = { startMs: number; endMs: number } | null;

/** From the first start to the last end of some devices. */
export function spanOf(lanes: readonly DeviceLane[], { nowMs }: LaneScene): Extent {
  let extent: Extent = null;
  for (const lane of lanes) {
    if (lane.startMs === null) continue;
    const endMs = lane.endMs ?? (isAtWork(lane) ? nowMs : lane.startMs);
    extent = extent
      ? { startMs: Math.min(extent.startMs, lane.startMs), endMs: Math.max(extent.endMs, endMs) }
      : { startMs: lane.startMs, endMs };
  }
  return extent;
}

export function drawSpan({ context, scene, colours }: Brush, extent: Extent): void {
  if (!extent || extent.endMs < scene.axis.startMs || extent.startMs > scene.axis.endMs) return;
  const startPx = msToPx(scene.axis, extent.startMs);
  context.fillStyle = colours['line-strong'];
  context.fillRect(startPx, 11, Math.max(2, msToPx(scene.axis, extent.endMs) - startPx), 2);
}

function drawStall({ context, scene, colours }: Brush, startMs: number, endMs: number): void {
  const { axis } = scene;
  if (endMs < axis.startMs || startMs > axis.endMs) return;
  const [startPx, endPx] = [msToPx(axis, startMs), msToPx(axis, endMs)];
  context.fillStyle = colours.surface;
  context.fillRect(startPx, 9, Math.max(2, endPx - startPx), 6);
  context.strokeStyle = colours['status-warn'];
  context.lineWidth = 2;
  context.setLineDash([2, 2]);
  context.beginPath();
  context.moveTo(startPx, 12);
  context.lineTo(endPx, 12);
  context.stroke();
  context.setLineDash([]);
}

/** The device that ended the run: its whole stretch is underlined. */
function drawCriticalPath({ context, scene, colours }: Brush, lane: DeviceLane): void {
  const extent = spanOf([lane], scene);
  if (!extent) return;
  const startPx = msToPx(scene.axis, extent.startMs);
  context.fillStyle = colours.accent;
  context.fillRect(startPx, ROW_PX - 3, Math.max(2, msToPx(scene.axis, extent.endMs) - startPx), 2);
}

function drawUsualEnd({ context, scene, colours }: Brush, ms: number): void {
  if (ms < scene.axis.startMs || ms > scene.axis.endMs) return;
  const px = msToPx(scene.axis, ms);
  context.fillStyle = colours['status-warn'];
  context.beginPath();
  context.moveTo(px, 14);
  context.lineTo(px + 5, 22);
  context.lineTo(px - 5, 22);
  context.fill();
}
