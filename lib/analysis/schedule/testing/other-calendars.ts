import { DAY_MS, MINUTE_MS } from '@/lib/format/time-units';
import { at, BERLIN, chance, daily, every, isDate, isFirstMonday, isLastDay, isWorkday, type Calendar } from './plans';

export const OTHER_CALENDARS: Calendar[] = [
  {
    name: 'every quarter of an hour',
    starts: every(15, '2026-06-19 00:00', '2026-06-20 10:00'),
    now: '2026-06-20 10:05',
    expected: ['every 15 minutes', 'UTC', '2026-06-20 10:15', '137 of 137'],
  },
  {
    name: 'every 5 minutes, with runs by hand',
    starts: [...every(5, '2026-06-20 00:00', '2026-06-20 10:00'), at('2026-06-20 03:07'), at('2026-06-20 09:58')],
    now: '2026-06-20 10:02',
    expected: ['every 5 minutes', 'UTC', '2026-06-20 10:05', '121 of 123'],
  },
  {
    name: 'every two hours, late',
    starts: every(120, '2026-06-18 01:00', '2026-06-20 07:00'),
    now: '2026-06-20 11:30',
    expected: ['every 2 hours', 'UTC', '2026-06-20 09:00', '28 of 28'],
    isLate: true,
  },
  {
    name: 'an interval that was changed',
    starts: [
      ...every(60, '2026-06-18 00:00', '2026-06-19 12:00'),
      ...every(10, '2026-06-19 12:10', '2026-06-20 10:00'),
    ],
    now: '2026-06-20 10:05',
    expected: ['every 10 minutes', 'UTC', '2026-06-20 10:10', '169 of 169'],
  },
  {
    name: 'an interval that is counted from the last start',
    starts: Array.from({ length: 60 }, (_, n) => at('2026-06-19 00:00') + n * 31 * MINUTE_MS + n * 17_000),
    now: '2026-06-20 07:20',
    expected: ['every 31 minutes', 'UTC', '2026-06-20 07:16', '60 of 60'],
  },
  {
    name: 'an interval in office hours only claims nothing',
    starts: daily({ from: '2026-06-01', to: '2026-06-12', clock: '08:00', isOn: isWorkday }).flatMap((ms) =>
      Array.from({ length: 40 }, (_, n) => ms + n * 15 * MINUTE_MS),
    ),
    now: '2026-06-12 20:00',
    expected: null,
  },
  {
    name: 'an interval over an outage of our own',
    starts: [
      ...every(15, '2026-06-19 00:00', '2026-06-19 20:00'),
      ...every(15, '2026-06-20 06:00', '2026-06-20 10:00'),
    ],
    outages: [{ fromMs: at('2026-06-19 20:05'), toMs: at('2026-06-20 05:50') }],
    now: '2026-06-20 10:05',
    expected: ['every 15 minutes', 'UTC', '2026-06-20 10:15', '98 of 98'],
  },
  {
    name: 'monthly on the 1st',
    starts: daily({ from: '2026-01-01', to: '2026-06-20', clock: '04:00', zone: BERLIN, isOn: isDate(1) }),
    now: '2026-06-20 10:00',
    expected: ['monthly on the 1st about 04:00', BERLIN, '2026-07-01 02:00', '6 of 6'],
  },
  {
    name: 'on the 31st, in the months that have one',
    starts: daily({ from: '2026-01-01', to: '2026-08-31', clock: '04:00', zone: BERLIN, isOn: isDate(31) }),
    now: '2026-09-05 10:00',
    expected: ['monthly on the 31st about 04:00', BERLIN, '2026-10-31 03:00', '5 of 5'],
  },
  {
    name: 'on the last day of the month',
    starts: daily({ from: '2026-01-01', to: '2026-06-30', clock: '04:00', zone: BERLIN, isOn: isLastDay }),
    now: '2026-07-05 10:00',
    expected: ['monthly on the last day about 04:00', BERLIN, '2026-07-31 02:00', '6 of 6'],
  },
  {
    name: 'on the first Monday of the month',
    starts: daily({ from: '2026-01-01', to: '2026-06-30', clock: '04:00', zone: BERLIN, isOn: isFirstMonday }),
    now: '2026-07-01 10:00',
    expected: ['monthly on the 1st Monday about 04:00', BERLIN, '2026-07-06 02:00', '6 of 6'],
  },
  {
    name: 'by hand, at any time',
    starts: Array.from({ length: 25 }, (_, n) => at('2026-06-01 00:00') + chance(n * n + 3) * 28 * DAY_MS),
    now: '2026-06-29 12:00',
    expected: null,
  },
  {
    name: 'four runs are too few to claim a daily plan',
    starts: daily({ from: '2026-06-16', to: '2026-06-19', clock: '02:00', zone: BERLIN }),
    now: '2026-06-20 12:00',
    expected: null,
  },
  { name: 'nothing', starts: [], now: '2026-06-20 12:00', expected: null },
  { name: 'one run', starts: [at('2026-06-19 02:00')], now: '2026-06-20 12:00', expected: null },
];
