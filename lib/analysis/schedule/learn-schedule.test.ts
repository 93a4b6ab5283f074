import { describe, expect, it, test } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '@/lib/format/time-units';
import { createRandom } from '@/simulator/random';
import { learnSchedule } from './learn-schedule';
import { OTHER_CALENDARS } from './testing/other-calendars';
import { at, BERLIN, daily, on, ZONES } from './testing/plans';
import { WEEK_CALENDARS } from './testing/week-calendars';

describe('the schedule that a job’s starts follow', () => {
  test.each([...WEEK_CALENDARS, ...OTHER_CALENDARS])('$name', ({ starts, now, expected, isLate = false, outages }) => {
    const schedule = learnSchedule({ startsMs: starts, nowMs: at(now), zones: ZONES, outages });
    if (!expected) return expect(schedule).toBeNull();
    const { text, zone, nextAtMs = 0, lateAtMs = 0, explained, total } = schedule ?? {};
    const nextAt = new Date(Math.floor(nextAtMs / MINUTE_MS) * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');
    expect([text, zone, nextAt, `${explained} of ${total}`]).toEqual(expected);
    expect(lateAtMs).toBeGreaterThan(nextAtMs);
    expect(at(now) > lateAtMs, 'late').toBe(isLate);
  });

  it('asks for starts in no order', () => {
    const startsMs = daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN });
    const history = { nowMs: at('2026-06-20 10:00'), zones: ZONES };
    expect(learnSchedule({ ...history, startsMs: [...startsMs].reverse() })).toEqual(
      learnSchedule({ ...history, startsMs }),
    );
  });

  it('claims no late run of a plan that is kept, on whatever day one asks', () => {
    const random = createRandom('kept plans');
    for (let round = 0; round < 60; round += 1) {
      const weekdays = [0, 1, 2, 3, 4, 5, 6].filter(() => random.chance(0.7));
      const clock = `${String(random.int(0, 23)).padStart(2, '0')}:${String(random.int(0, 59)).padStart(2, '0')}`;
      const plan = {
        from: '2026-09-20',
        to: '2026-11-20',
        clock,
        zone: random.pick(ZONES),
        jitterMinutes: random.int(0, 8),
      };
      const startsMs = daily({ ...plan, isOn: on(...weekdays) });
      for (let ask = 0; ask < 10; ask += 1) {
        const nowMs = at('2026-10-05 00:00') + random.next() * 45 * DAY_MS;
        const known = startsMs.filter((startMs) => startMs <= nowMs);
        const schedule = learnSchedule({ startsMs: known, nowMs, zones: ZONES });
        const next = startsMs.find((startMs) => startMs > nowMs);
        if (schedule) {
          expect(schedule.lateAtMs, JSON.stringify({ plan, weekdays, nowMs })).toBeGreaterThan(
            Math.min(nowMs, (next ?? nowMs) - 2 * HOUR_MS),
          );
        }
      }
    }
  });
});
