// As lib/runs/sample.ts: @typescript-eslint/ban-ts-comment
// @ts-nocheck because a reason
export const count = 1;
