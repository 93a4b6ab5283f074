import { describe, expect, it } from 'vitest';
import { createProgress } from './progress';

function watch(isTTY: boolean) {
  const written: string[] = [];
  const clock = { nowMs: 0 };
  const progress = createProgress({ isTTY, write: (text) => void written.push(text) }, () => clock.nowMs);
  return { written, clock, progress };
}

describe('createProgress', () => {
  it('writes plain lines every five seconds where there is no terminal', () => {
    const { written, clock, progress } = watch(false);
    progress.addLines(500);
    clock.nowMs = 5_000;
    progress.addLines(500);
    expect(written).toEqual(['0 runs, 1000 lines, 200 lines/s\n']);
  });

  it('rewrites one line on a terminal', () => {
    const { written, clock, progress } = watch(true);
    clock.nowMs = 100;
    progress.addRun();
    clock.nowMs = 150;
    progress.addRun();
    progress.finish();
    expect(written).toEqual(['\r\u001b[K1 runs, 0 lines, 0 lines/s', '\r\u001b[K2 runs, 0 lines, 0 lines/s', '\n']);
  });
});
