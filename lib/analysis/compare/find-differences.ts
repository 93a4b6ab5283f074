import { firstAt } from '@/lib/reading/lines/first-at';

/** Steps `[nowFrom, nowTo)` of one course replace `[beforeFrom, beforeTo)` of the other; one of both may be empty. */
export type CourseDifference = {
  nowFrom: number;
  nowTo: number;
  beforeFrom: number;
  beforeTo: number;
  /** True when the courses never meet again: the difference reaches to the end of both. */
  isFinal: boolean;
};

/** How many steps ahead the courses may meet again; a longer detour counts as a final difference. */
const WINDOW = 100;

/**
 * The differences of two courses of keys, in order. The courses meet again when two consecutive steps are equal, or the
 * last of both: one equal step alone is often chance ("trying again"). The time is linear in the length, plus WINDOW
 * steps per difference.
 */
export function findDifferences(now: readonly string[], before: readonly string[]): CourseDifference[] {
  const positions = indexPairs(before);
  const differences: CourseDifference[] = [];
  let at = { now: 0, before: 0 };
  while (at.now < now.length || at.before < before.length) {
    if (now[at.now] !== undefined && now[at.now] === before[at.before]) {
      at = { now: at.now + 1, before: at.before + 1 };
      continue;
    }
    const meeting = findMeeting(now, positions, at);
    const end = meeting ?? { now: now.length, before: before.length };
    differences.push({
      ...{ nowFrom: at.now, nowTo: end.now, beforeFrom: at.before, beforeTo: end.before },
      isFinal: meeting === null,
    });
    at = end;
  }
  return differences;
}

type CoursePair = { now: number; before: number };

/** The nearest step from which both courses agree again. */
function findMeeting(
  now: readonly string[],
  positions: ReadonlyMap<string, number[]>,
  from: CoursePair,
): CoursePair | null {
  let best: CoursePair | null = null;
  let bestSteps = Infinity;
  const last = Math.min(now.length - 1, from.now + WINDOW);
  for (let position = from.now; position <= last && position - from.now < bestSteps; position += 1) {
    const candidates = positions.get(pairAt(now, position)) ?? [];
    const found = candidates[firstAt(candidates, from.before)];
    const steps = found === undefined ? Infinity : position - from.now + (found - from.before);
    if (found === undefined || found - from.before > WINDOW || steps >= bestSteps) continue;
    best = { now: position, before: found };
    bestSteps = steps;
  }
  return best;
}

/** At the end of a course the second key is missing, so that the last step is a pair as well. */
const pairAt = (keys: readonly string[], position: number): string =>
  `${keys[position]}\u0000${keys[position + 1] ?? ''}`;

function indexPairs(keys: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  for (let position = 0; position < keys.length; position += 1) {
    const pair = pairAt(keys, position);
    const known = positions.get(pair);
    if (known) known.push(position);
    else positions.set(pair, [position]);
  }
  return positions;
}
