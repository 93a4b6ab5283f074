'use client';

import { useState, type MouseEvent, type PointerEvent } from 'react';
import { setPointed } from '@/components/ui/pointed';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { ROW_PX, type LaneScene } from './lane-scene';
import { hitLane, type LaneHit } from './hit-test';
import { hitText } from './hit-text';
import type { LaneChoice } from './lane-choice';
import type { RowActions } from './lane-row';
import { nameOf, type MapRow } from './map-rows';
import { pxToMs } from './time-axis';

type PointerOptions = {
  rows: readonly MapRow[];
  scene: LaneScene;
  labelPx: number;
  actions: RowActions;
  onUnfold: (startMs: number) => void;
};

/** Finds what the pointer is on in the lanes, tells the note and the log, and handles clicks. */
export function useLanePointer({ rows, scene, labelPx, actions, onUnfold }: PointerOptions) {
  const zone = useTimeZone();
  const [note, setNote] = useState<{ hit: LaneHit; text: string; x: number; y: number } | null>(null);
  const { timeline, axis } = scene;
  const zeroMs = Date.parse(timeline.startedAt);

  const leave = () => {
    setNote(null);
    setPointed(null);
  };
  const find = (event: MouseEvent<HTMLElement>) => {
    const point = pointOf(event, labelPx);
    const row = point && rows[point.index];
    return row ? { row, px: point.px, hit: hitLane(row, point.px, scene) } : null;
  };
  const handlePointerMove = (event: PointerEvent<HTMLElement>) => {
    const found = find(event);
    if (!found) return leave();
    setPointed({ timeMs: zeroMs + pxToMs(axis, found.px), name: nameOf(found.row, timeline) });
    const text = hitText(found.hit, { timeline, zeroMs, zone });
    setNote({ hit: found.hit, text, x: event.clientX, y: event.clientY });
  };
  const handleClick = (event: MouseEvent<HTMLElement>) => {
    const found = find(event);
    if (!found) return;
    const { row, hit } = found;
    if (hit.kind === 'mark') return actions.onOpenLine(hit.mark.seq);
    if (hit.kind === 'fold') return onUnfold(hit.fold.startMs);
    if (row.kind === 'group') return actions.onToggle(row.key, !row.isOpen);
    actions.onChoose(choiceOf(row, hit, scene), event.shiftKey);
  };
  return {
    note,
    handlers: { onPointerMove: handlePointerMove, onPointerLeave: leave, onClick: handleClick },
  };
}

/** Row and position in its lane; null where the event is on a label. */
function pointOf(event: MouseEvent<HTMLElement>, labelPx: number): { index: number; px: number } | null {
  const box = event.currentTarget.getBoundingClientRect();
  const px = event.clientX - box.left - labelPx;
  if (px < 0) return null;
  return { index: Math.floor((event.clientY - box.top + event.currentTarget.scrollTop) / ROW_PX), px };
}

/** A click on a phase's bar chooses device and phase, elsewhere the lane. */
function choiceOf(row: Exclude<MapRow, { kind: 'group' }>, hit: LaneHit, { timeline }: LaneScene): LaneChoice {
  const name = nameOf(row, timeline);
  const phase = hit.kind === 'phase' ? timeline.phases[hit.phase.phase] : undefined;
  return phase === undefined ? { [row.kind]: [name] } : { device: [name], phase: [phase] };
}
