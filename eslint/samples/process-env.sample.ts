// As lib/runs/sample.ts: no-restricted-properties
export const port = process.env.PORT;
