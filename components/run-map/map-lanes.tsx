'use client';

import { useCallback, useMemo, useState } from 'react';
import { useClientSize } from '@/components/ui/use-client-size';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import type { RunTimeline, Span } from '@/lib/analysis/timeline/schema';
import { ROW_PX } from './lane-scene';
import { chooseMore, chooseOnly, type LaneChoice } from './lane-choice';
import { LaneCanvas } from './lane-canvas';
import { countColumns } from './count-columns';
import { LaneRow, type RowActions } from './lane-row';
import { buildLayout } from './map-layout';
import { MapHeader } from './map-header';
import { followRow, nameOf, type MapRow } from './map-rows';
import { PointerNote } from './pointer-note';
import { TimeCursor } from './time-cursor';
import { useLanePointer } from './use-lane-pointer';
import { useLaneScene } from './use-lane-scene';
import type { MapClock } from './map-clock';
import type { MapPrefs } from './use-map-prefs';
import { useRowCursor } from './use-row-cursor';

/** Rows drawn above and below the view by `useVirtualRows`. */
const OVERSCAN = 12;

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
  const [body, setBody] = useState<HTMLElement | null>(null);
  const widthPx = useClientSize(body, 'clientWidth');
  const layout = useMemo(() => buildLayout(widthPx, timeline.phases.length), [widthPx, timeline.phases.length]);
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  const scene = useLaneScene({ timeline, clock, view, shown, opened, lanePx: layout.lanePx, lanes: prefs.lanes });
  const chosenComponents = useMemo(() => new Set(view.component), [view.component]);
  const [keepIndex, setKeepIndex] = useState<number | null>(null);
  const { scrollerRef, ...virtual } = useVirtualRows({
    count: rows.length,
    rowPx: ROW_PX,
    initial: { kind: 'top', index: 0, insidePx: 0 },
    keepIndex,
    canFollow: false,
  });
  const bodyRef = useCallback(
    (element: HTMLElement | null) => {
      scrollerRef(element);
      setBody(element);
    },
    [scrollerRef],
  );
  const [followedRows, setFollowedRows] = useState(rows);
  if (followedRows !== rows) {
    setFollowedRows(rows);
    virtual.follow((index) => followRow(followedRows, rows, index));
  }

  const onChoose = useCallback(
    (choice: LaneChoice, isAdding: boolean) => setView((isAdding ? chooseMore : chooseOnly)(view, choice)),
    [view, setView],
  );
  const onOpenLine = useCallback((line: number) => setView({ ...view, line }), [view, setView]);
  const actions: RowActions = { onToggle, onChoose, onOpenLine };
  const { listRef, ...cursor } = useRowCursor({
    rows,
    columnsOf: (row) => countColumns(row, { timeline, cellCount: layout.cellCount }),
    firstIndex: virtual.firstIndex,
    visibleCount: virtual.endIndex - virtual.firstIndex - 1,
    onMove: virtual.scrollTo,
  });
  if (keepIndex !== cursor.index) setKeepIndex(cursor.index);

  const unfold = (startMs: number) => setOpened((before) => new Set([...before, originOf(startMs, timeline)]));
  const zeroMs = Date.parse(timeline.startedAt);
  const pointer = useLanePointer({ rows, scene, labelPx: layout.labelPx, actions, onUnfold: unfold });

  const start = Math.max(0, virtual.firstIndex - OVERSCAN);
  const drawn = useMemo(() => rows.slice(start, virtual.endIndex + OVERSCAN), [rows, start, virtual.endIndex]);
  const rowOf = useMemo(() => new Map(rows.map((row, at) => [nameOf(row, timeline), at])), [rows, timeline]);
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
        <div
          ref={listRef}
          role="list"
          aria-label={LIST_NAMES[prefs.lanes]}
          onKeyDown={cursor.handleKeyDown}
          onFocus={cursor.handleFocus}
          className="relative"
          style={{ height: virtual.elementPx }}
        >
          {virtual.rows.map(({ index, topPx }) => {
            const row = rows[index];
            return (
              row && (
                <LaneRow
                  key={row.key}
                  row={row}
                  at={index}
                  count={rows.length}
                  topPx={topPx}
                  scene={scene}
                  layout={layout}
                  chosenComponents={chosenComponents}
                  tabColumn={cursor.tabColumnOf(index)}
                  actions={actions}
                />
              )
            );
          })}
          <LaneCanvas scene={scene} rows={drawn} topPx={start * ROW_PX} leftPx={layout.labelPx} />
          <TimeCursor
            axis={scene.axis}
            zeroMs={zeroMs}
            leftPx={layout.labelPx}
            topOf={(name) => topOf(rowOf.get(name))}
          />
        </div>
      </div>
      <PointerNote note={pointer.note} />
    </>
  );
}

const LIST_NAMES = { device: 'Devices', component: 'Components', phase: 'Phases over time' } as const;

const topOf = (index: number | undefined): number | undefined => (index === undefined ? undefined : index * ROW_PX);

/** The idle stretch to which a fold belongs; the range may have cut the fold. */
const originOf = (startMs: number, { idle }: RunTimeline): number =>
  idle.find((span) => startMs >= span.startMs && startMs < span.endMs)?.startMs ?? startMs;
