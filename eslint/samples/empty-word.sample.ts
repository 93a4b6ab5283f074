// As lib/runs/run-utils.ts: netraven/file-name
export const count = 1;
