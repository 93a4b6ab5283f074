'use client';

import { useLayoutEffect, useRef, useState, type PointerEvent } from 'react';
import { prepareCanvas } from '@/components/ui/prepare-canvas';
import { readColours, useThemeKey } from '@/components/ui/theme-colours';
import { useClientSize } from '@/components/ui/use-client-size';
import type { Level } from '@/lib/store/chunks/level';
import { useLogList } from '../list/log-list';
import type { LiveLines } from '../list/use-log-lines';
import { drawMinimap, MINIMAP_COLOURS } from './draw-minimap';
import { indexAt, minimapText } from './minimap-bars';
import { useMinimap } from './use-minimap';

const WIDTH_PX = 14;
/** The frame of the view has a least height, so that it stays visible. */
const MIN_FRAME_PX = 6;

/**
 * All lines of the run in the height of the view: the worst level of each part, ticks for matches, and a frame for what
 * is in view.
 */
export function LogMinimap() {
  const { source, matches, live, rows, turns } = useLogList();
  const { total, window } = live;
  const { firstIndex, endIndex } = rows;
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const heightPx = useClientSize(frame, 'clientHeight');
  const themeKey = useThemeKey();
  const map = useMinimap({ source, found: matches?.filter ?? null, total, heightPx });
  const scale = { total, heightPx };

  useLayoutEffect(() => {
    const context = canvasRef.current && prepareCanvas(canvasRef.current, WIDTH_PX, heightPx);
    if (!canvasRef.current || !context || !map) return;
    const newLevels = levelsFrom(map.total - window.settledCount, window.tail);
    const drawing = { map, newLevels, scale: { total, heightPx }, widthPx: WIDTH_PX };
    drawMinimap(context, drawing, readColours(canvasRef.current, MINIMAP_COLOURS));
  }, [map, window, total, heightPx, themeKey]);

  const jump = (event: PointerEvent<HTMLElement>) => {
    const yPx = event.clientY - event.currentTarget.getBoundingClientRect().top;
    turns.interrupt(() => rows.centreOn(indexAt(yPx, scale)));
  };
  const framePx = Math.max(MIN_FRAME_PX, ((endIndex - firstIndex) / Math.max(1, total)) * heightPx);
  const topPx = Math.min((firstIndex / Math.max(1, total)) * heightPx, Math.max(0, heightPx - framePx));
  return (
    <div className="flex shrink-0 flex-col border-l border-line bg-panel">
      {/* As tall as the headings of the table. */}
      <div aria-hidden className="border-b border-line py-1 text-xs">
        &nbsp;
      </div>
      <div
        ref={setFrame}
        style={{ width: WIDTH_PX }}
        role="img"
        aria-label={`Minimap of levels: ${map ? minimapText(map) : 'loading'}`}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          jump(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && jump(event)}
        className="relative min-h-0 grow cursor-pointer touch-none select-none"
      >
        <canvas ref={canvasRef} className="absolute inset-0 size-full" />
        <div
          style={{ top: topPx, height: framePx }}
          className="pointer-events-none absolute inset-x-0 border border-accent bg-accent/15"
        />
      </div>
    </div>
  );
}

/** Levels of the tail's lines that came after the map was made. */
const levelsFrom = (start: number, tail: LiveLines['window']['tail']): Level[] =>
  tail.slice(Math.max(0, start)).map(({ level }) => level);
