/** One line of bench/results.json. `met` is null where there is no target. */
export type Figure = { name: string; value: number; unit: string; target: string | null; met: boolean | null };

export const atLeast = (name: string, value: number, goal: { min: number; unit: string }): Figure => ({
  name,
  value: round(value),
  unit: goal.unit,
  target: `>= ${goal.min}`,
  met: value >= goal.min,
});

export const atMost = (name: string, value: number, goal: { max: number; unit: string }): Figure => ({
  name,
  value: round(value),
  unit: goal.unit,
  target: `<= ${goal.max}`,
  met: value <= goal.max,
});

export const plain = (name: string, value: number, unit: string): Figure => ({
  name,
  value: round(value),
  unit,
  target: null,
  met: null,
});

const round = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * 1000) / 1000);

export function printFigures(figures: Figure[]): void {
  for (const { name, value, unit, target, met } of figures) {
    const verdict = met === null ? '' : met ? 'met' : 'MISSED';
    console.log(
      `${name.padEnd(64)} ${String(value).padStart(10)} ${unit.padEnd(10)} ${(target ?? '').padEnd(12)} ${verdict}`,
    );
  }
}

export function percentile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)] ?? 0;
}
