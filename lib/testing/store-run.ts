import { openRun } from '@/lib/runs/server/open-run';
import { putDevice } from '@/lib/runs/server/put-device';
import { updateRun } from '@/lib/runs/server/update-run';
import { putDeviceInput } from '@/lib/runs/device-schema';
import { openRunInput, updateRunInput } from '@/lib/runs/schema';
import { latestResults } from '@/simulator/scenario/device-results';
import type { LineEvent, SimulatedRun } from '@/simulator/scenario/simulated-run';
import { GATEWAY, postLines } from './ingest';

/** Stores the lines that the simulator's Gateway sends for a run, without the network. */
export async function storeRun(run: SimulatedRun): Promise<void> {
  const { runId } = run.open;
  await openRun(GATEWAY, openRunInput.parse(run.open));
  const lines = run.events.filter((event): event is LineEvent => event.kind === 'line');
  await postLines(lines.map(({ record }) => record));
  for (const { device, result } of latestResults(run.events).values()) {
    await putDevice(GATEWAY, { runId, device }, putDeviceInput.parse(result));
  }
  const last = run.events.at(-1);
  if (last?.kind === 'end') await updateRun(GATEWAY, runId, updateRunInput.parse(last.end));
}
