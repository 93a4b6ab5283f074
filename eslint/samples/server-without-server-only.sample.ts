// As lib/runs/server/sample.ts: no-restricted-syntax
export const answer = 42;
