'use client';

import { useMemo, type RefObject } from 'react';
import { LaneCanvas } from './lane-canvas';
import { LaneRow, type RowActions } from './lane-row';
import { ROW_PX, type LaneScene } from './lane-scene';
import type { MapLayout } from './map-layout';
import { nameOf, type MapRow } from './map-rows';
import { TimeCursor } from './time-cursor';
import type { LaneKind } from './use-map-prefs';
import type { useMapRows } from './use-map-rows';

/** Rows drawn above and below the view by `useVirtualRows`. */
const OVERSCAN = 12;

const LIST_NAMES = { device: 'Devices', component: 'Components', phase: 'Phases over time' } as const;

type LaneListProps = Pick<ReturnType<typeof useMapRows>, 'virtual' | 'cursor'> & {
  rows: readonly MapRow[];
  lanes: LaneKind;
  scene: LaneScene;
  layout: MapLayout;
  chosenComponents: ReadonlySet<string>;
  actions: RowActions;
  listRef: RefObject<HTMLDivElement | null>;
};

/** The rows in view with their lanes, in an element as high as all of them. */
export function LaneList(props: LaneListProps) {
  const { rows, lanes, scene, layout, virtual, cursor, chosenComponents, actions, listRef } = props;
  const { timeline } = scene;
  const start = Math.max(0, virtual.firstIndex - OVERSCAN);
  const drawn = useMemo(() => rows.slice(start, virtual.endIndex + OVERSCAN), [rows, start, virtual.endIndex]);
  const rowOf = useMemo(() => new Map(rows.map((row, at) => [nameOf(row, timeline), at])), [rows, timeline]);
  return (
    <div
      ref={listRef}
      role="list"
      aria-label={LIST_NAMES[lanes]}
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
              {...{ scene, layout, chosenComponents, actions }}
              tabColumn={cursor.tabColumnOf(index)}
            />
          )
        );
      })}
      <LaneCanvas scene={scene} rows={drawn} topPx={start * ROW_PX} leftPx={layout.labelPx} />
      <TimeCursor
        axis={scene.axis}
        zeroMs={Date.parse(timeline.startedAt)}
        leftPx={layout.labelPx}
        topOf={(name) => topOf(rowOf.get(name))}
      />
    </div>
  );
}

const topOf = (index: number | undefined): number | undefined => (index === undefined ? undefined : index * ROW_PX);
