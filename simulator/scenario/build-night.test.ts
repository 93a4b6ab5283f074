import { describe, expect, it } from 'vitest';
import { FLEET, linesOf, MIDNIGHT_MS } from '../testing/sample-run';
import { describeRun } from '../truth';
import { LEVELS } from '../wire';
import { buildNight, DAY_MS, lastMidnight } from './build-night';
import { buildFleet } from './fleet';

const nightOf = (nightsAgo: number, fleet = FLEET) =>
  buildNight({ seed: 1, fleet, midnightMs: MIDNIGHT_MS - nightsAgo * DAY_MS, nightsAgo });

describe('buildNight', () => {
  const nights = Array.from({ length: 14 }, (_, nightsAgo) => nightOf(nightsAgo));
  const truths = nights.flat().map(describeRun);

  it('makes 100,000 to 200,000 lines in two weeks', () => {
    const lineCount = truths.reduce((sum, truth) => sum + truth.lineCount, 0);
    expect(lineCount).toBeGreaterThan(100_000);
    expect(lineCount).toBeLessThan(200_000);
  });

  it('mixes the levels as real nights do', () => {
    const [debugs, infos, warnings, errors, criticals] = LEVELS.map((level) =>
      truths.reduce(
        (sum, truth) => sum + truth.levelCounts[level] / truths.reduce((all, each) => all + each.lineCount, 0),
        0,
      ),
    );
    expect(infos).toBeGreaterThan(0.55);
    expect(infos).toBeLessThan(0.59);
    expect(debugs).toBeGreaterThan(0.4);
    expect(debugs).toBeLessThan(0.45);
    expect(warnings).toBeLessThan(0.01);
    expect(errors).toBeLessThan(0.01);
    for (const few of [warnings, errors, criticals]) expect(few).toBeGreaterThan(0);
  });

  it('shows every status, a retry, a gap and secrets', () => {
    const statuses = new Set(truths.map((truth) => truth.status));
    expect([...statuses].sort()).toEqual(['cancelled', 'failed', 'partial', 'stale', 'succeeded']);
    expect(truths.filter((truth) => truth.attempt === 2)).toMatchObject([
      { status: 'succeeded' },
      { status: 'succeeded' },
    ]);
    expect(truths.filter((truth) => truth.gaps.length > 0)).toHaveLength(2);
    expect(truths.flatMap((truth) => truth.secrets).length).toBeGreaterThan(100);
  });

  it('keeps one pair unreachable for five nights', () => {
    const affected = nights.map((runs) => runs.some((run) => 'no route to host' in describeRun(run).causes));
    expect(affected).toEqual([...Array<boolean>(5).fill(true), ...Array<boolean>(9).fill(false)]);
  });

  it('warns in runs that succeed', () => {
    expect(truths.some((truth) => truth.status === 'succeeded' && truth.levelCounts.WARNING > 0)).toBe(true);
  });

  it('gives the same bytes for the same seed', () => {
    expect(JSON.stringify(nightOf(0))).toBe(JSON.stringify(nights[0]));
  });

  it('orders runs by start and ends all of them before the next morning', () => {
    const runs = nights[0] ?? [];
    const starts = runs.map((run) => run.open.startedAt);
    expect(starts).toEqual([...starts].sort());
    expect(Math.max(...runs.map((run) => run.events.at(-1)?.atMs ?? 0))).toBeLessThan(MIDNIGHT_MS + DAY_MS * 0.3);
  });

  it('works with one single device', () => {
    expect(nightOf(0, buildFleet(1)).flatMap(linesOf).length).toBeGreaterThan(40);
  });
});

describe('lastMidnight', () => {
  it.each([
    ['2026-11-23T09:00:00Z', '2026-11-23T00:00:00.000Z'],
    ['2026-11-23T06:59:00Z', '2026-11-22T00:00:00.000Z'],
  ])('at %s the latest finished night has its midnight at %s', (now, midnight) => {
    expect(new Date(lastMidnight(Date.parse(now))).toISOString()).toBe(midnight);
  });
});
