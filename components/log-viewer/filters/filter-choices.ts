import { sumOfLevels } from '@/lib/store/chunks/level';
import type { MultiSelectOption } from '@/components/ui/multi-select';
import type { RunDetail } from '@/lib/runs/schema';
import type { RunTimeline } from '@/lib/analysis/timeline/schema';

/** Names that the filter cannot hold: '' (lines that name none), and names with blanks around them. */
const canFilter = (name: string): boolean => name !== '' && name.trim() === name;

export const componentChoices = ({ componentCounts }: RunDetail): MultiSelectOption[] =>
  Object.entries(componentCounts)
    .filter(([name]) => canFilter(name))
    .map(([name, count]) => ({ value: name, label: name, count }));

export const deviceChoices = ({ devices }: RunTimeline): MultiSelectOption[] =>
  devices
    .filter(({ device }) => canFilter(device))
    .map(({ device, levelCounts }) => ({
      value: device,
      label: device,
      count: sumOfLevels(levelCounts),
    }));

/** The phases that devices reported, in the order of work, with the number of devices that reached each. */
export function phaseChoices({ devices, phases }: RunTimeline): MultiSelectOption[] {
  const counts = phases.map(() => 0);
  for (const [index] of devices.flatMap((device) => device.phases)) counts[index] = (counts[index] ?? 0) + 1;
  return phases
    .map((name, index) => ({ value: name, label: name, count: counts[index] ?? 0 }))
    .filter(({ value }) => canFilter(value));
}
