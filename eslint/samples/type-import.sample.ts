// As lib/runs/sample.ts: @typescript-eslint/consistent-type-imports
export const level: import('@/lib/lines/level').Level = 'INFO';
