import 'server-only';

type Stop = () => Promise<void>;
type ShutdownState = { isShuttingDown: boolean; stops: Map<string, Stop> };

// Route bundles and instrumentation are separate module graphs in Next: what there must be one of lives on globalThis.
const holder = globalThis as { netravenShutdown?: ShutdownState };
const state = (): ShutdownState => (holder.netravenShutdown ??= { isShuttingDown: false, stops: new Map() });

/** True from the first signal on: nothing new is begun, open streams end. */
export const isShuttingDown = (): boolean => state().isShuttingDown;

/** Registers what is to end before the database does; the same name again takes the place of the earlier one. */
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
