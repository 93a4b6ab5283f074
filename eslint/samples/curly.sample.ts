// As lib/runs/sample.ts: curly
export function sum(list: number[]): number {
  let total = 0;
  for (const one of list)
    if (one > 0) {
      total += one;
    }
  return total;
}
