/**
 * Names of phases in the order in which devices go through them: by their mean position in a device's list, which a device that
 * left some out or stopped early hardly moves; then as they came.
 */
export function orderPhases(lists: Iterable<readonly { phase: string }[]>): string[] {
  const positions = new Map<string, { sum: number; count: number }>();
  for (const list of lists) {
    for (const [position, { phase }] of list.entries()) {
      const known = positions.get(phase);
      if (known) {
        known.sum += position;
        known.count += 1;
      } else {
        positions.set(phase, { sum: position, count: 1 });
      }
    }
  }
  const mean = ([, { sum, count }]: [string, { sum: number; count: number }]) => sum / count;
  return [...positions].sort((one, other) => mean(one) - mean(other)).map(([phase]) => phase);
}
