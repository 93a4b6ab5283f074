'use client';

import { useCallback, useMemo, useState } from 'react';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { RunTimeline, Span } from '@/lib/analysis/timeline/schema';
import { chooseMore, chooseOnly, type LaneChoice } from './lane-choice';
import { LaneList } from './lane-list';
import type { RowActions } from './lane-row';
import { MapHeader } from './map-header';
import type { MapRow } from './map-rows';
import { PointerNote } from './pointer-note';
import { useLanePointer } from './use-lane-pointer';
import { useLaneScene } from './use-lane-scene';
import type { MapClock } from './map-clock';
import type { MapPrefs } from './use-map-prefs';
import { useMapRows } from './use-map-rows';

type MapLanesProps = {
  timeline: RunTimeline;
  rows: readonly MapRow[];
  clock: MapClock;
  view: LineView;
  setView: (view: LineView) => void;
  prefs: MapPrefs;
  changePrefs: (change: Partial<MapPrefs>) => void;
  shown: Span;
  onBrush: (fromMs: number, toMs: number) => void;
  onToggle: (key: string, isOpen: boolean) => void;
};

/** Labels and lanes in one list, under their header; only what is in view is drawn. */
export function MapLanes(props: MapLanesProps) {
  const { timeline, rows, clock, view, setView, prefs, changePrefs, shown, onBrush, onToggle } = props;
  const { layout, virtual, cursor, bodyRef, listRef } = useMapRows(rows, timeline);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const scene = useLaneScene({ timeline, clock, view, shown, opened, lanePx: layout.lanePx, lanes: prefs.lanes });
  const chosenComponents = useMemo(() => new Set(view.component), [view.component]);

  const onChoose = useCallback(
    (choice: LaneChoice, isAdding: boolean) => setView((isAdding ? chooseMore : chooseOnly)(view, choice)),
    [view, setView],
  );
  const onOpenLine = useCallback((line: number) => setView({ ...view, line }), [view, setView]);
  const actions: RowActions = { onToggle, onChoose, onOpenLine };
  const unfold = (startMs: number) => setOpened((before) => new Set([...before, originOf(startMs, timeline)]));
  const pointer = useLanePointer({ rows, scene, labelPx: layout.labelPx, actions, onUnfold: unfold });
  return (
    <>
      <MapHeader
        axis={scene.axis}
        timeline={timeline}
        layout={layout}
        expectedEndMs={clock.expectedEndMs}
        chosenPhases={scene.chosenPhases}
        isElapsed={prefs.isElapsed}
        onElapsed={(isElapsed) => changePrefs({ isElapsed })}
        onChoose={onChoose}
        onBrush={onBrush}
        onUnfold={unfold}
      />
      <div
        ref={bodyRef}
        onScroll={virtual.handleScroll}
        {...pointer.handlers}
        className="relative min-h-0 overflow-x-hidden overflow-y-auto overscroll-contain [overflow-anchor:none] [scrollbar-gutter:stable]"
        style={{ cursor: pointer.note && pointer.note.hit.kind !== 'lane' ? 'pointer' : undefined }}
      >
        <LaneList
          lanes={prefs.lanes}
          {...{ rows, scene, layout, virtual, cursor, chosenComponents, actions, listRef }}
        />
      </div>
      <PointerNote note={pointer.note} />
    </>
  );
}

/** The idle stretch to which a fold belongs; the range may have cut the fold. */
const originOf = (startMs: number, { idle }: RunTimeline): number =>
  idle.find((span) => startMs >= span.startMs && startMs < span.endMs)?.startMs ?? startMs;
