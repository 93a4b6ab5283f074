import type { PlannedEvent } from './simulated-run';

type Play<T> = (item: T, startMs: number) => { events: PlannedEvent[]; endMs: number };

/** Hands the items out in order to whichever of `workers` is free first, as the Gateway's pool does. */
export function schedule<T>(
  items: readonly T[],
  pool: { workers: number; startMs: number },
  play: Play<T>,
): PlannedEvent[] {
  const freeAtMs = Array.from({ length: pool.workers }, (_, index) => pool.startMs + index * 15);
  return items.flatMap((item) => {
    const soonestMs = Math.min(...freeAtMs);
    const played = play(item, soonestMs);
    freeAtMs[freeAtMs.indexOf(soonestMs)] = played.endMs;
    return played.events;
  });
}
