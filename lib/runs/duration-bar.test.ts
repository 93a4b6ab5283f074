import { describe, expect, it } from 'vitest';
import { buildDurationBar } from './duration-bar';

const USUAL = { medianMs: 60_000, p90Ms: 80_000, runCount: 20 };

describe('buildDurationBar', () => {
  it('leaves a third of the width above what is usual', () => {
    expect(buildDurationBar(60_000, USUAL)).toEqual({
      takenPercent: 50,
      usualFromPercent: 50,
      usualToPercent: 66.7,
      isLong: false,
    });
  });

  it('grows its scale with a run that takes far longer, and says so', () => {
    expect(buildDurationBar(160_000, USUAL)).toEqual({
      takenPercent: 100,
      usualFromPercent: 37.5,
      usualToPercent: 50,
      isLong: true,
    });
  });

  it('is not long at p90 itself, and stands runs that take no time', () => {
    expect(buildDurationBar(80_000, USUAL).isLong).toBe(false);
    expect(buildDurationBar(0, { medianMs: 0, p90Ms: 0, runCount: 3 })).toEqual({
      takenPercent: 0,
      usualFromPercent: 0,
      usualToPercent: 0,
      isLong: false,
    });
  });
});
