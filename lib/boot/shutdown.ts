import 'server-only';
import { processState } from '@/lib/process-state';

type Stop = () => Promise<void>;
type ShutdownState = { isShuttingDown: boolean; stops: Map<string, Stop> };

const state = processState('shutdown', (): ShutdownState => ({ isShuttingDown: false, stops: new Map() }));

/** True from the first signal on: nothing new starts, and open streams end. */
export const isShuttingDown = (): boolean => state().isShuttingDown;

/** Registers a stop function that runs before the database stops; the same name replaces the earlier one. */
export function onShutdown(name: string, stop: Stop): void {
  state().stops.set(name, stop);
}

/** Runs all stops at once and waits for them, at most `limitMs`; one that fails is named and holds up nobody. */
export async function runStops(limitMs: number): Promise<void> {
  state().isShuttingDown = true;
  const running = [...state().stops].map(async ([name, stop]) => {
    try {
      await stop();
    } catch (error) {
      console.error(`Stopping ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise((resolve) => (timer = setTimeout(resolve, limitMs)));
  await Promise.race([Promise.all(running), limit]);
  clearTimeout(timer);
}
