// As lib/runs/sample.ts: @typescript-eslint/consistent-type-imports
export const level: import('@/lib/store/chunks/level').Level = 'INFO';
