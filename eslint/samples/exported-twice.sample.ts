// As lib/reading/lines/sample.ts: netraven/exported-once
export type RunSummary = { runId: string };
