// As lib/runs/sampleName.ts: netraven/file-name
export const count = 1;
