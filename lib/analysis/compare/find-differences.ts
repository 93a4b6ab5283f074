import { firstAt } from '@/lib/reading/lines/first-at';

/** Steps `[nowFrom, nowTo)` of one course stand where the other has `[beforeFrom, beforeTo)`; one of them may be empty. */
export type Difference = {
  nowFrom: number;
  nowTo: number;
  beforeFrom: number;
  beforeTo: number;
  /** Neither course comes back to the other: it reaches to the end of both. */
  isFinal: boolean;
};

/** How far ahead a course is looked for after it was left; a longer detour counts as another way. */
const WINDOW = 100;

/**
 * Where two courses of keys differ, in order. They are together again when two steps in a row are equal, or the last of
 * both: one equal step alone is often chance ("trying again"). The time is linear in the length, WINDOW steps a difference.
 */
export function findDifferences(now: readonly string[], before: readonly string[]): Difference[] {
  const places = indexPairs(before);
  const differences: Difference[] = [];
  let at = { now: 0, before: 0 };
  while (at.now < now.length || at.before < before.length) {
    if (now[at.now] !== undefined && now[at.now] === before[at.before]) {
      at = { now: at.now + 1, before: at.before + 1 };
      continue;
    }
    const meeting = findMeeting(now, places, at);
    const end = meeting ?? { now: now.length, before: before.length };
    differences.push({
      ...{ nowFrom: at.now, nowTo: end.now, beforeFrom: at.before, beforeTo: end.before },
      isFinal: meeting === null,
    });
    at = end;
  }
  return differences;
}

type Place = { now: number; before: number };

/** The nearest step from which both courses agree again. */
function findMeeting(now: readonly string[], places: ReadonlyMap<string, number[]>, from: Place): Place | null {
  let best: Place | null = null;
  let bestSteps = Infinity;
  const last = Math.min(now.length - 1, from.now + WINDOW);
  for (let place = from.now; place <= last && place - from.now < bestSteps; place += 1) {
    const candidates = places.get(pairAt(now, place)) ?? [];
    const found = candidates[firstAt(candidates, from.before)];
    const steps = found === undefined ? Infinity : place - from.now + (found - from.before);
    if (found === undefined || found - from.before > WINDOW || steps >= bestSteps) continue;
    best = { now: place, before: found };
    bestSteps = steps;
  }
  return best;
}

/** Of both ends the second key is missing, so that last steps are a pair as well. */
const pairAt = (keys: readonly string[], place: number): string => `${keys[place]}\u0000${keys[place + 1] ?? ''}`;

function indexPairs(keys: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let place = 0; place < keys.length; place += 1) {
    const pair = pairAt(keys, place);
    const known = places.get(pair);
    if (known) known.push(place);
    else places.set(pair, [place]);
  }
  return places;
}
