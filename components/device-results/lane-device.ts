import { LEVELS } from '@/lib/lines/level';
import type { LevelCounts, RunDevice } from '@/lib/runs/schema';
import type { RunTimeline } from '@/lib/timeline/schema';

/** The devices of a timeline, without their times. */
export const toRunDevices = ({ devices, phases }: RunTimeline): RunDevice[] =>
  devices.map(({ device, status, site, type, cause, levelCounts, ...lane }) => ({
    device,
    status,
    site,
    type,
    cause,
    startedAt: null,
    finishedAt: null,
    phases: lane.phases.map(([place, , , result]) => ({
      phase: phases[place] ?? '',
      ...(result && { status: result }),
    })),
    levelCounts: Object.fromEntries(LEVELS.map((level, index) => [level, levelCounts[index] ?? 0])) as LevelCounts,
  }));
