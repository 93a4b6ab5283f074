'use client';

import { useLayoutEffect, useRef } from 'react';
import { readColours, useThemeKey } from '@/components/ui/theme-colours';
import { drawLanes } from './draw-lanes';
import { ROW_PX, type LaneScene } from './lane-scene';
import { LANE_COLOURS } from './lane-colours';
import type { MapRow } from './map-rows';
import { prepareCanvas } from '@/components/ui/prepare-canvas';

type LaneCanvasProps = { scene: LaneScene; rows: readonly MapRow[]; topPx: number; leftPx: number };

/**
 * The lanes of the rows that are drawn, on one canvas among them: it scrolls with its labels, which a canvas fixed over
 * the view, a frame late, would not.
 */
export function LaneCanvas({ scene, rows, topPx, leftPx }: LaneCanvasProps) {
  const ref = useRef<HTMLCanvasElement>(null);
  const themeKey = useThemeKey();
  const heightPx = rows.length * ROW_PX;
  const { widthPx } = scene.axis;
  useLayoutEffect(() => {
    const context = ref.current && prepareCanvas(ref.current, widthPx, heightPx);
    if (ref.current && context) drawLanes({ context, scene, colours: readColours(ref.current, LANE_COLOURS) }, rows);
  }, [scene, rows, widthPx, heightPx, themeKey]);
  return (
    <canvas
      ref={ref}
      aria-hidden
      style={{ top: topPx, left: leftPx, width: widthPx, height: heightPx }}
      className="pointer-events-none absolute"
    />
  );
}
