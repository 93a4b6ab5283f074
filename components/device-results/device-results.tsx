'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { useUrlState } from '@/components/ui/use-url-state';
import { lineViewCodec } from '@/lib/lines/line-filter-codec';
import { runDetailOptions } from '@/lib/runs/query-options';
import type { RunDetail } from '@/lib/runs/schema';
import { runTimelineOptions } from '@/lib/timeline/query-options';
import { DeviceGroup } from './device-group';
import { groupDevices } from './device-groups';
import { toRunDevices } from './lane-device';

/** Above this many devices one searches instead of reading. */
const SEARCH_FROM = 12;

/** The run's devices by result; the chosen one filters the log, through the address. */
export function DeviceResults({ runId }: { runId: string }) {
  const { data: run } = useQuery(runDetailOptions(runId));
  return run ? <Devices run={run} /> : <Skeleton className="m-2 h-40" />;
}

function Devices({ run }: { run: RunDetail }) {
  const { data: timeline } = useQuery(runTimelineOptions(run));
  const { value: view, setValue } = useUrlState(lineViewCodec);
  const [search, setSearch] = useState('');
  if (!timeline) return <Skeleton className="m-2 h-40" />;
  const chosen = view.device ?? [];
  const choose = (device: string) => {
    const isOnly = chosen.length === 1 && chosen[0] === device;
    setValue({ ...view, device: isOnly ? undefined : [device] });
  };
  const groups = groupDevices(toRunDevices(timeline), search);
  return (
    <section aria-labelledby="devices-heading" className="flex min-h-0 flex-col">
      <h2 id="devices-heading" className="px-3 pt-2 text-sm font-semibold">
        Devices
      </h2>
      {timeline.devices.length >= SEARCH_FROM && (
        <SearchField
          label="Search devices"
          placeholder="Name or site"
          value={search}
          onChange={setSearch}
          className="mx-2 mt-1"
        />
      )}
      <div className="min-h-0 grow overflow-y-auto py-1">
        {groups.map((group) => (
          <DeviceGroup key={group.status} group={group} chosen={chosen} onChoose={choose} />
        ))}
        {groups.length === 0 && (
          <p className="px-3 py-2 text-muted">
            {search === '' ? 'No device has been named yet.' : 'No device matches.'}
          </p>
        )}
      </div>
    </section>
  );
}
