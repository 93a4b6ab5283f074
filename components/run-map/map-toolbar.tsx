'use client';

import { ArrowDownWideNarrow, ChevronDown, Layers, Rows3, Table } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { ToggleButton } from '@/components/ui/toggle-button';
import { Menu, MenuChoice } from '@/components/ui/menu';
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
      <Choice
        label="Lanes"
        icon={<Rows3 aria-hidden className="size-3.5 text-muted" />}
        value={prefs.lanes}
        values={LANE_KINDS}
        labels={LANE_LABELS}
        onChange={(lanes) => changePrefs({ lanes })}
      />
      {hasDevices && (
        <>
          <Choice
            label="Group by"
            icon={<Layers aria-hidden className="size-3.5 text-muted" />}
            value={prefs.group}
            values={GROUPINGS}
            labels={GROUP_LABELS}
            onChange={(group) => changePrefs({ group })}
          />
          <Choice
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

type ChoiceProps<Value extends string> = {
  label: string;
  icon: ReactNode;
  value: Value;
  values: readonly Value[];
  labels: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
};

function Choice<Value extends string>({ label, icon, value, values, labels, onChange }: ChoiceProps<Value>) {
  const trigger = (
    <Button size="sm" aria-label={`${label}: ${labels[value]}`} title={label}>
      {icon}
      {labels[value]}
      <ChevronDown aria-hidden className="size-3 text-muted" />
    </Button>
  );
  return (
    <Menu trigger={trigger} align="start">
      <MenuChoice
        label={label}
        value={value}
        options={values.map((each) => ({ value: each, label: labels[each] }))}
        onChange={onChange}
      />
    </Menu>
  );
}
