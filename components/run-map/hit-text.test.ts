import { describe, expect, it } from 'vitest';
import { hitText } from './hit-text';
import { testLane, testTimeline } from './testing/test-timeline';

const context = {
  timeline: testTimeline({ phases: ['connect'] }),
  zeroMs: Date.UTC(2026, 10, 22, 2, 14, 0),
  zone: 'UTC',
};

describe('hitText', () => {
  it('says what a click opens', () => {
    const mark = { lane: 0, component: 0, ms: 7120, level: 'ERROR', seq: 10_233, count: 3 } as const;
    expect(hitText({ kind: 'mark', mark }, context)).toBe('ERROR and 2 more lines at 02:14:07.120: opens line 10,233');
  });

  it('says how long nothing came', () => {
    const stall = { startMs: 7000, endMs: 35_000 };
    expect(hitText({ kind: 'stall', stall }, context)).toBe('28s without output, from 02:14:07.000');
    const fold = { startMs: 0, endMs: 240_000, startPx: 0, endPx: 48, isFold: true };
    expect(hitText({ kind: 'fold', fold }, context)).toBe('Idle 4m 00s: a click shows it in full');
  });

  it('tells a phase with its time and result', () => {
    const phase = { phase: 0, startMs: 0, endMs: 28_000, status: 'failed', isOpen: false } as const;
    const lane = testLane('a', {});
    expect(hitText({ kind: 'phase', lane, phase }, context)).toBe('connect 28s, failed');
    expect(hitText({ kind: 'phase', lane, phase: { ...phase, status: null, isOpen: true } }, context)).toBe(
      'connect for 28s so far',
    );
    expect(hitText({ kind: 'lane' }, context)).toBe('');
  });
});
