// As lib/runs/sample.ts: eqeqeq
export const isSame = (one: unknown, other: unknown): boolean => one == other;
