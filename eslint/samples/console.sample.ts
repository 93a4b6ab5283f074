// As lib/runs/sample.ts: no-console
export const say = (): void => console.log('here');
