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
 * One canvas for the lanes of the drawn rows. It scrolls together with the labels; a canvas fixed over the view would
 * follow a frame late.
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
