'use client';

import { DeviceFilter } from './device-filter';
import type { RunFiltersProps } from './run-filter-props';
import { TimeRangeFilter } from './time-range-filter';

/** The filters that cannot be counted: devices are thousands, and time has no values. */
export function RunFilterChoices({
  state,
  onChange,
  isOfList,
}: Pick<RunFiltersProps, 'state' | 'onChange' | 'isOfList'>) {
  return (
    <>
      <DeviceFilter onAdd={(device) => onChange({ device: [...new Set([...(state.device ?? []), device])] })} />
      <TimeRangeFilter
        isOptional={isOfList}
        value={state}
        onChange={({ range, from, to }) => onChange({ range, from, to })}
      />
    </>
  );
}
