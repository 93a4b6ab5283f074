// As lib/attic/sample.ts: netraven/storeys
export const sample = 1;
