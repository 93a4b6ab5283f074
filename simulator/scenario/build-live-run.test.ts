import { describe, expect, it } from 'vitest';
import { FLEET, linesOf, MIDNIGHT_MS } from '../testing/sample-run';
import { describeRun } from '../truth';
import { buildLiveRun } from './build-live-run';

const live = (index: number, linesPerSecond = 20) =>
  buildLiveRun({ seed: 1, fleet: FLEET, index, startedAtMs: MIDNIGHT_MS, linesPerSecond });

describe('buildLiveRun', () => {
  it('writes lines at an even pace and stamps them with the same times', () => {
    const lines = linesOf(live(0));
    expect(lines.map((line) => line.atMs)).toEqual(lines.map((_, index) => MIDNIGHT_MS + (index + 1) * 50));
    expect(lines.every((line) => Date.parse(line.record.timestamp) === line.atMs)).toBe(true);
  });

  it('keeps phases in order within the new times', () => {
    for (const event of live(0, 7).events) {
      const phases = event.kind === 'device' ? (event.result.phases ?? []) : [];
      for (const phase of phases) expect(phase.startedAt <= phase.finishedAt).toBe(true);
    }
  });

  it('meets a dead TACACS+ server now and then', () => {
    const truths = Array.from({ length: 6 }, (_, index) => describeRun(live(index)));
    const hit = truths.map((truth) => Object.keys(truth.causes).some((cause) => cause.includes('TACACS+')));
    expect(hit).toEqual([false, false, true, false, false, true]);
  });
});
