import type { MultiSelectOption } from '@/components/ui/multi-select';
import type { RunDetail } from '@/lib/runs/schema';

/** '' stands for lines that name none, and the filter's text does not keep blanks around a name. */
const canFilter = (name: string): boolean => name !== '' && name.trim() === name;

export const componentChoices = ({ componentCounts }: RunDetail): MultiSelectOption[] =>
  Object.entries(componentCounts)
    .filter(([name]) => canFilter(name))
    .map(([name, count]) => ({ value: name, label: name, count }));

export const deviceChoices = ({ devices }: RunDetail): MultiSelectOption[] =>
  devices
    .filter(({ device }) => canFilter(device))
    .map(({ device, levelCounts }) => ({
      value: device,
      label: device,
      count: Object.values(levelCounts).reduce((sum, count) => sum + count, 0),
    }));

/** The phases that devices reported, in the order they first appear, with the number of devices that reached each. */
export function phaseChoices({ devices }: RunDetail): MultiSelectOption[] {
  const counts = new Map<string, number>();
  for (const { phase } of devices.flatMap((device) => device.phases)) counts.set(phase, (counts.get(phase) ?? 0) + 1);
  return [...counts].filter(([name]) => canFilter(name)).map(([name, count]) => ({ value: name, label: name, count }));
}
