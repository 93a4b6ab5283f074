// As lib/runs/sample.ts: no-warning-comments
// eslint-disable-next-line eqeqeq
export const count = 1;
