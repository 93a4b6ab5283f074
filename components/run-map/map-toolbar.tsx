'use client';

import { ArrowDownWideNarrow, Layers, Rows3, Table } from 'lucide-react';
import { ChoiceMenu } from '@/components/ui/choice-menu';
import { ToggleButton } from '@/components/ui/toggle-button';
import { SearchField } from '@/components/ui/search-field';
import {
  GROUPINGS,
  LANE_KINDS,
  SORTINGS,
  type Grouping,
  type LaneKind,
  type MapPrefs,
  type Sorting,
} from './use-map-prefs';
import { ZoomButtons, type ZoomProps } from './zoom-buttons';

const LANE_LABELS = { device: 'Devices', component: 'Components', phase: 'Phases' } as const satisfies Record<
  LaneKind,
  string
>;
const GROUP_LABELS = { result: 'Result', site: 'Site', type: 'Type', none: 'No groups' } as const satisfies Record<
  Grouping,
  string
>;
const SORT_LABELS = {
  name: 'Name',
  start: 'Start',
  duration: 'Duration',
  errors: 'Errors',
} as const satisfies Record<Sorting, string>;

type MapToolbarProps = {
  prefs: MapPrefs;
  changePrefs: (change: Partial<MapPrefs>) => void;
  search: string;
  onSearch: (search: string) => void;
  zoom: ZoomProps;
};

export function MapToolbar({ prefs, changePrefs, search, onSearch, zoom }: MapToolbarProps) {
  const hasDevices = prefs.lanes === 'device' || prefs.isTable;
  return (
    <div
      role="group"
      aria-label="Devices and timeline: view"
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b border-line px-2 py-1"
    >
      <SearchField
        label="Search devices"
        placeholder="Name or site"
        value={search}
        onChange={onSearch}
        className="w-40 [&_input]:h-7"
      />
      <ChoiceMenu
        size="sm"
        label="Lanes"
        icon={<Rows3 aria-hidden className="size-3.5 text-muted" />}
        value={prefs.lanes}
        values={LANE_KINDS}
        labels={LANE_LABELS}
        onChange={(lanes) => changePrefs({ lanes })}
      />
      {hasDevices && (
        <>
          <ChoiceMenu
            size="sm"
            label="Group by"
            icon={<Layers aria-hidden className="size-3.5 text-muted" />}
            value={prefs.group}
            values={GROUPINGS}
            labels={GROUP_LABELS}
            onChange={(group) => changePrefs({ group })}
          />
          <ChoiceMenu
            size="sm"
            label="Sort by"
            icon={<ArrowDownWideNarrow aria-hidden className="size-3.5 text-muted" />}
            value={prefs.sort}
            values={SORTINGS}
            labels={SORT_LABELS}
            onChange={(sort) => changePrefs({ sort })}
          />
        </>
      )}
      <ToggleButton size="sm" isOn={prefs.isTable} onClick={() => changePrefs({ isTable: !prefs.isTable })}>
        <Table aria-hidden className="size-3.5" />
        Table
      </ToggleButton>
      <ZoomButtons {...zoom} />
    </div>
  );
}
