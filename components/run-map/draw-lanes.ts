import { drawDevice, drawSpan, spanOf } from './draw-device';
import { drawMarks } from './draw-marks';
import { marksOfRow } from './hit-test';
import { phaseTone } from './lane-colours';
import { ROW_PX, type Brush } from './lane-scene';
import type { MapRow } from './map-rows';
import { loadAt } from './phase-load';
import { msToPx, pxToMs } from './time-axis';

/** Draws rows one below the other from the top; the context's unit is the CSS pixel. */
export function drawLanes(brush: Brush, rows: readonly MapRow[]): void {
  const { context, scene } = brush;
  context.clearRect(0, 0, scene.axis.widthPx, rows.length * ROW_PX);
  drawGrounds(brush, rows.length * ROW_PX);
  for (const [at, row] of rows.entries()) {
    context.save();
    context.translate(0, at * ROW_PX);
    drawRow(brush, row);
    context.restore();
  }
}

/** Folds, now and the expected end run through all lanes. */
function drawGrounds(brush: Brush, heightPx: number): void {
  const { context, scene, colours } = brush;
  const { axis, nowMs, isRunOpen, expectedEndMs } = scene;
  for (const { startPx, endPx, isFold } of axis.parts) {
    if (!isFold) continue;
    context.fillStyle = colours.panel;
    context.fillRect(startPx, 0, endPx - startPx, heightPx);
    drawUpright(brush, { px: startPx, heightPx, colour: colours['line-strong'], dash: [2, 3] });
    drawUpright(brush, { px: endPx, heightPx, colour: colours['line-strong'], dash: [2, 3] });
  }
  const isShown = (ms: number) => ms >= axis.startMs && ms <= axis.endMs;
  if (!isRunOpen) return;
  if (isShown(nowMs)) {
    drawUpright(brush, { px: msToPx(axis, nowMs), heightPx, colour: colours['status-run'], dash: [] });
  }
  if (expectedEndMs !== null && isShown(expectedEndMs)) {
    drawUpright(brush, { px: msToPx(axis, expectedEndMs), heightPx, colour: colours.muted, dash: [4, 4] });
  }
}

type Upright = { px: number; heightPx: number; colour: string; dash: number[] };

function drawUpright({ context }: Brush, { px, heightPx, colour, dash }: Upright): void {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(Math.floor(px) + 0.5, 0);
  context.lineTo(Math.floor(px) + 0.5, heightPx);
  context.stroke();
  context.setLineDash([]);
}

function drawRow(brush: Brush, row: MapRow): void {
  const { timeline, index } = brush.scene;
  switch (row.kind) {
    case 'device': {
      const lane = timeline.devices[row.lane];
      if (lane) drawDevice(brush, lane, row.lane);
      return;
    }
    case 'group':
      if (!row.isOpen) {
        drawSpan(
          brush,
          spanOf(
            row.group.lanes.flatMap((at) => timeline.devices[at] ?? []),
            brush.scene,
          ),
        );
      }
      return drawMarks(brush, marksOfRow(row, index));
    case 'component':
      drawComponent(brush, row.lane);
      return drawMarks(brush, marksOfRow(row, index));
    case 'phase':
      return drawLoad(brush, row.lane);
    default:
      row satisfies never;
  }
}

/** Lines of a component by bucket. The square root keeps small counts visible beside large ones. */
function drawComponent({ context, scene, colours }: Brush, at: number): void {
  const { axis, timeline } = scene;
  const { bucketMs } = timeline.histogram;
  const buckets = timeline.components[at]?.buckets ?? [];
  const max = buckets.reduce((most, [, count]) => Math.max(most, count), 1);
  context.fillStyle = colours['phase-8'];
  for (const [bucket, count] of buckets) {
    const [startMs, endMs] = [bucket * bucketMs, (bucket + 1) * bucketMs];
    if (endMs <= axis.startMs || startMs >= axis.endMs) continue;
    const startPx = msToPx(axis, startMs);
    const heightPx = 2 + 18 * Math.sqrt(count / max);
    context.fillRect(startPx, ROW_PX - 2 - heightPx, Math.max(1, msToPx(axis, endMs) - startPx - 1), heightPx);
  }
}

function drawLoad({ context, scene, colours }: Brush, at: number): void {
  const { axis, loads } = scene;
  const load = loads[at];
  if (!load || load.max === 0) return;
  context.fillStyle = colours[phaseTone(at).name];
  for (let px = 0; px < axis.widthPx; px += 1) {
    const count = loadAt(load, pxToMs(axis, px + 0.5));
    const heightPx = count === 0 ? 0 : 1 + 19 * (count / load.max);
    context.fillRect(px, ROW_PX - 2 - heightPx, 1, heightPx);
  }
}
