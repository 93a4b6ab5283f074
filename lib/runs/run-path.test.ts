import { expect, test } from 'vitest';
import { runPath } from './run-path';

test('a run id is one segment of the path, whatever its sender put into it', () => {
  expect(runPath('nightly 7/8?x#y', '?line=3')).toBe('/runs/nightly%207%2F8%3Fx%23y?line=3');
});
