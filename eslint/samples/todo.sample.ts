// As lib/runs/sample.ts: no-warning-comments
// TODO: one day
export const count = 1;
