'use client';

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useShortcut } from '@/components/ui/use-shortcut';
import { useUrlState } from '@/components/ui/use-url-state';
import { formatQuantity } from '@/lib/format/number';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import type { RunDetail } from '@/lib/runs/schema';
import type { RunTimeline, Span } from '@/lib/analysis/timeline/schema';
import { DeviceTable } from './device-table';
import { chooseMore, chooseOnly, clearChoice, hasChoice, type LaneChoice } from './lane-choice';
import { MapLanes } from './map-lanes';
import { buildDeviceRows, buildPlainRows, groupLanes, type MapRow } from './map-rows';
import { MapToolbar } from './map-toolbar';
import { rangeOf } from './time-range';
import { useMapClock } from './use-map-clock';
import { useMapPrefs, type MapPrefs } from './use-map-prefs';
import { useTimeRange } from './use-time-range';

type MapPanelProps = { run: RunDetail; timeline: RunTimeline; updatedAtMs: number; error: Error | null };

export function MapPanel({ run, timeline, updatedAtMs, error }: MapPanelProps) {
  const { value: view, setValue: setView } = useUrlState(lineViewCodec);
  const { prefs, changePrefs } = useMapPrefs();
  const [search, setSearch] = useState('');
  const clock = useMapClock(run, timeline, updatedAtMs);
  const { range, setRange } = useTimeRange(view, setView, Date.parse(timeline.startedAt));
  const full = { startMs: 0, endMs: clock.endMs };
  const shown = range ? cut(range, full) : full;
  const { groups, rows, toggle } = useMapRows(timeline, prefs, useDeferredValue(search));
  const isLogFirst = view.line !== undefined || view.lines !== undefined;
  const isCleared = isLogFirst || (!hasChoice(view) && !range);
  useShortcut('close-line', () => setView({ ...clearChoice(view), since: undefined, until: undefined }), !isCleared);
  const onChoose = (choice: LaneChoice, isAdding: boolean) =>
    setView((isAdding ? chooseMore : chooseOnly)(view, choice));
  return (
    <>
      <MapToolbar
        prefs={prefs}
        changePrefs={changePrefs}
        search={search}
        onSearch={setSearch}
        zoom={{ shown, full, isZoomed: range !== null, onRange: setRange }}
      />
      {error && <p className="px-3 py-0.5 text-xs text-danger">Not updating: {error.message}</p>}
      {rows.length === 0 && (
        <div role="status" className="flex items-center gap-2 px-3 py-1 text-xs text-muted">
          {emptyText(search, prefs, timeline)}
          {search !== '' && (
            <Button size="sm" onClick={() => setSearch('')}>
              Clear the search
            </Button>
          )}
        </div>
      )}
      {prefs.isTable ? (
        <DeviceTable
          timeline={timeline}
          groups={groups}
          nowMs={clock.nowMs}
          chosen={view.device ?? []}
          onChoose={onChoose}
        />
      ) : (
        <MapLanes
          timeline={timeline}
          rows={rows}
          clock={clock}
          view={view}
          setView={setView}
          prefs={prefs}
          changePrefs={changePrefs}
          shown={shown}
          onBrush={(fromMs, toMs) => setRange(rangeOf(fromMs, toMs, full))}
          onToggle={toggle}
        />
      )}
    </>
  );
}

/** Groups and rows as they are arranged; the reader's folding counts before a group's default. */
function useMapRows(timeline: RunTimeline, { lanes, group, sort, isTable }: MapPrefs, search: string) {
  const [choices, setChoices] = useState<ReadonlyMap<string, boolean>>(new Map());
  const toggle = useCallback(
    (key: string, isOpen: boolean) => setChoices((before) => new Map([...before, [key, isOpen]])),
    [],
  );
  const kind = isTable ? 'device' : lanes;
  const groups = useMemo(() => groupLanes(timeline, { group, sort, search }), [timeline, group, sort, search]);
  const rows = useMemo(
    (): readonly MapRow[] =>
      kind === 'device' ? buildDeviceRows(groups, timeline, choices) : buildPlainRows(kind, timeline, search),
    [kind, groups, timeline, choices, search],
  );
  return { groups, rows, toggle };
}

/** The part of a range that is in the run; a range outside of it shows its nearest end. */
function cut(range: Span, full: Span): Span {
  const startMs = Math.min(full.endMs - 1, Math.max(full.startMs, range.startMs));
  return { startMs, endMs: Math.max(startMs + 1, Math.min(full.endMs, range.endMs)) };
}

function emptyText(search: string, { lanes, isTable }: MapPrefs, timeline: RunTimeline): string {
  const kind = isTable ? 'device' : lanes;
  const all = { device: timeline.devices, component: timeline.components, phase: timeline.phases }[kind].length;
  if (search !== '' && all > 0) return `None of ${formatQuantity(all, kind)} matches “${search.trim()}”.`;
  return lanes === 'device' ? 'No device has been named yet.' : `No ${lanes} has been named yet.`;
}
