'use client';

import { useCallback, useMemo, useState } from 'react';
import { useClientSize } from '@/components/ui/use-client-size';
import { useVirtualRows } from '@/components/ui/use-virtual-rows';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';
import { countColumns } from './count-columns';
import { ROW_PX } from './lane-scene';
import { buildLayout } from './map-layout';
import { followRow, type MapRow } from './map-rows';
import { useRowCursor } from './use-row-cursor';

/** Where the rows stand: the columns that fit the element, the rows in view, and the button that has the focus. */
export function useMapRows(rows: readonly MapRow[], timeline: RunTimeline) {
  const [body, setBody] = useState<HTMLElement | null>(null);
  const widthPx = useClientSize(body, 'clientWidth');
  const layout = useMemo(() => buildLayout(widthPx, timeline.phases.length), [widthPx, timeline.phases.length]);
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
  const { listRef, ...cursor } = useRowCursor({
    rows,
    columnsOf: (row) => countColumns(row, { timeline, cellCount: layout.cellCount }),
    firstIndex: virtual.firstIndex,
    visibleCount: virtual.endIndex - virtual.firstIndex - 1,
    onMove: virtual.scrollTo,
  });
  if (keepIndex !== cursor.index) setKeepIndex(cursor.index);
  return { layout, virtual, cursor, bodyRef, listRef };
}
