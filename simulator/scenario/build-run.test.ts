import { describe, expect, it } from 'vitest';
import { FLEET, linesOf, planOf, sampleRun } from '../testing/sample-run';
import { describeRun } from '../truth';
import { tacacsDown, type Incident } from './incident';

const incident = (kind: 'gap' | 'silent' | 'cancelled' | 'push-rejected'): Incident[] => [{ kind, title: kind }];
const seqsOf = (run: ReturnType<typeof sampleRun>) => linesOf(run).map((line) => line.record.seq ?? 0);

function linesPerDevice(run: ReturnType<typeof sampleRun>): number[] {
  const counts = new Map<string, number>();
  for (const { record } of linesOf(run)) counts.set(record.device ?? '', (counts.get(record.device ?? '') ?? 0) + 1);
  return [...counts].filter(([device]) => device !== '').map(([, count]) => count);
}

describe('buildRun', () => {
  it.each([
    { key: 'nightly', usual: 23 },
    { key: 'reachability', usual: 14 },
  ] as const)('writes about $usual lines a device and 20 around them: $key', ({ key, usual }) => {
    const run = sampleRun({ job: planOf(key), devices: FLEET });
    const counts = linesPerDevice(run);
    const average = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.abs(average - usual)).toBeLessThan(0.5);
    expect(counts.filter((count) => count === usual).length).toBeGreaterThan(FLEET.length * 0.9);
    expect(linesOf(run).filter((line) => line.record.device === undefined)).toHaveLength(20);
  });

  it('numbers lines 1, 2, 3 … in time order and declares their number', () => {
    const run = sampleRun();
    expect(seqsOf(run)).toEqual(Array.from({ length: seqsOf(run).length }, (_, index) => index + 1));
    const times = run.events.map((event) => event.atMs);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(run.events.at(-1)).toMatchObject({ kind: 'end', end: { declaredLineCount: seqsOf(run).length } });
  });

  it('is the same, byte for byte, for the same plan', () => {
    expect(JSON.stringify(sampleRun())).toBe(JSON.stringify(sampleRun()));
    expect(sampleRun({ seed: 2 }).open.runId).not.toBe(sampleRun().open.runId);
    expect(sampleRun({ attempt: 2 }).open.runId).not.toBe(sampleRun().open.runId);
  });

  it('reports every device once as running and once with its result and phases', () => {
    const run = sampleRun();
    const results = run.events.flatMap((event) => (event.kind === 'device' ? [event] : []));
    expect(results).toHaveLength(16);
    for (const { result } of results.filter((event) => event.result.status !== 'running')) {
      const phases = ['queue', 'connect', 'authenticate', 'execute', 'fetch', 'diff', 'store'];
      expect(result.phases?.map((phase) => phase.phase)).toEqual(phases);
    }
  });

  it('withholds lines in a gap but declares them', () => {
    const { gaps, lineCount } = describeRun(sampleRun({ incidents: incident('gap') }));
    const whole = linesOf(sampleRun()).length;
    expect(gaps).toHaveLength(1);
    const [gap] = gaps;
    expect((gap?.toClientSeq ?? 0) - (gap?.fromClientSeq ?? 0) + 1).toBe(27);
    expect(Math.abs(whole - 27 - lineCount)).toBeLessThan(5);
  });

  it('fails all devices of a site in authenticate with one cause', () => {
    const run = sampleRun({ devices: FLEET, incidents: [tacacsDown(FLEET, 'muc')] });
    const cause = 'authentication failed: TACACS+ server tac-muc-01 timed out';
    expect(describeRun(run).causes).toEqual({
      [cause]: FLEET.filter(({ site }) => site === 'muc').map(({ name }) => name),
    });
    const failed = run.events.flatMap((event) =>
      event.kind === 'device' && event.result.status === 'failed' ? [event] : [],
    );
    expect(failed.every(({ result }) => result.phases?.at(-1)?.phase === 'authenticate')).toBe(true);
    expect(failed.every(({ result }) => result.phases?.at(-1)?.status === 'failed')).toBe(true);
  });

  it('never ends when silent, and skips the rest when cancelled', () => {
    const silent = describeRun(sampleRun({ incidents: incident('silent') }));
    expect(silent).toMatchObject({ status: 'stale', gaps: [] });
    expect(silent.devices.running?.length).toBeGreaterThan(0);

    const cancelled = describeRun(sampleRun({ incidents: incident('cancelled') }));
    expect(cancelled).toMatchObject({ status: 'cancelled', gaps: [] });
    expect(cancelled.devices.running).toBeUndefined();
    expect(cancelled.devices.pending).toBeUndefined();
    expect(cancelled.causes['run cancelled']).toEqual(cancelled.devices.skipped);
  });

  it('fails with a critical line when nothing could be stored', () => {
    const truth = describeRun(sampleRun({ incidents: incident('push-rejected') }));
    expect(truth).toMatchObject({ status: 'failed', levelCounts: { CRITICAL: 1 } });
    expect(truth.devices.failed).toBeUndefined();
  });
});
