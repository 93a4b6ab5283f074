/**
 * Names of phases in the order in which devices go through them: by their mean place in a device's list, which a device that
 * left some out or stopped early hardly moves; then as they came.
 */
export function orderPhases(lists: Iterable<readonly { phase: string }[]>): string[] {
  const places = new Map<string, { sum: number; count: number }>();
  for (const list of lists) {
    for (const [place, { phase }] of list.entries()) {
      const known = places.get(phase);
      if (known) {
        known.sum += place;
        known.count += 1;
      } else {
        places.set(phase, { sum: place, count: 1 });
      }
    }
  }
  const mean = ([, { sum, count }]: [string, { sum: number; count: number }]) => sum / count;
  return [...places].sort((one, other) => mean(one) - mean(other)).map(([phase]) => phase);
}
