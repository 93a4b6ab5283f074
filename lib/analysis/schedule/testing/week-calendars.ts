import { MINUTE_MS } from '@/lib/format/time-units';
import { at, BERLIN, daily, dayOf, isWorkday, on, without, type Calendar } from './plans';

export const WEEK_CALENDARS: Calendar[] = [
  {
    name: 'daily',
    starts: daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }),
    now: '2026-06-20 10:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-21 00:00', '20 of 20'],
  },
  {
    name: 'weekdays',
    starts: daily({ from: '2026-06-01', to: '2026-06-26', clock: '02:00', zone: BERLIN, isOn: isWorkday }),
    now: '2026-06-27 12:00',
    expected: ['weekdays about 02:00', BERLIN, '2026-06-29 00:00', '20 of 20'],
  },
  {
    name: 'weekends',
    starts: daily({ from: '2026-06-01', to: '2026-06-28', clock: '05:30', isOn: on(0, 6) }),
    now: '2026-06-29 12:00',
    expected: ['weekends about 07:30', BERLIN, '2026-07-04 05:30', '8 of 8'],
  },
  {
    name: 'weekly',
    starts: daily({ from: '2026-06-01', to: '2026-06-28', clock: '22:15', zone: BERLIN, isOn: on(0) }),
    now: '2026-06-29 12:00',
    expected: ['Sundays about 22:15', BERLIN, '2026-07-05 20:15', '4 of 4'],
  },
  {
    name: 'two days a week',
    starts: daily({ from: '2026-06-01', to: '2026-06-28', clock: '12:00', zone: BERLIN, isOn: on(2, 4) }),
    now: '2026-06-29 12:00',
    expected: ['Tuesdays and Thursdays about 12:00', BERLIN, '2026-06-30 10:00', '8 of 8'],
  },
  {
    name: 'twice a day',
    starts: ['03:00', '15:00'].flatMap((clock) => daily({ from: '2026-06-01', to: '2026-06-14', clock, zone: BERLIN })),
    now: '2026-06-14 16:00',
    expected: ['daily about 03:00 and 15:00', BERLIN, '2026-06-15 01:00', '28 of 28'],
  },
  {
    name: 'weekdays at one time, Sundays at another',
    starts: [
      ...daily({ from: '2026-06-01', to: '2026-06-26', clock: '02:00', zone: BERLIN, isOn: isWorkday }),
      ...daily({ from: '2026-06-01', to: '2026-06-28', clock: '04:30', zone: BERLIN, isOn: on(0) }),
    ],
    now: '2026-06-28 12:00',
    expected: ['weekdays about 02:00, Sundays about 04:30', BERLIN, '2026-06-29 00:00', '24 of 24'],
  },
  {
    name: 'two runs a slot',
    starts: daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }).flatMap((ms) => [
      ms,
      ms + 3000,
    ]),
    now: '2026-06-20 10:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-21 00:00', '40 of 40'],
  },
  {
    name: 'runs that are tried again after a failure',
    starts: daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }).flatMap((ms, n) =>
      n % 3 === 0 ? [ms, ms + 25 * MINUTE_MS] : [ms],
    ),
    now: '2026-06-20 10:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-21 00:00', '27 of 27'],
  },
  {
    name: 'runs by hand between those of the plan',
    starts: [
      ...daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }),
      ...['2026-06-03 13:11', '2026-06-09 09:47', '2026-06-09 10:05', '2026-06-18 16:30', '2026-06-20 08:02'].map(at),
    ],
    now: '2026-06-20 10:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-21 00:00', '20 of 25'],
  },
  {
    name: 'a plan that was moved by two hours, nine days ago',
    starts: [
      ...daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }),
      ...daily({ from: '2026-06-21', to: '2026-06-29', clock: '04:00', zone: BERLIN }),
    ],
    now: '2026-06-29 10:00',
    expected: ['daily about 04:00', BERLIN, '2026-06-30 02:00', '9 of 9'],
  },
  {
    name: 'a plan that was moved by half an hour, nine days ago',
    starts: [
      ...daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }),
      ...daily({ from: '2026-06-21', to: '2026-06-29', clock: '02:30', zone: BERLIN }),
    ],
    now: '2026-06-29 10:00',
    expected: ['daily about 02:30', BERLIN, '2026-06-30 00:30', '9 of 9'],
  },
  {
    name: 'a plan that was moved two days ago claims nothing',
    starts: [
      ...daily({ from: '2026-06-01', to: '2026-06-20', clock: '02:00', zone: BERLIN }),
      ...daily({ from: '2026-06-21', to: '2026-06-22', clock: '04:00', zone: BERLIN }),
    ],
    now: '2026-06-22 23:00',
    expected: null,
  },
  {
    name: 'from daily to weekly',
    starts: [
      ...daily({ from: '2026-06-01', to: '2026-06-08', clock: '02:00', zone: BERLIN }),
      ...daily({ from: '2026-06-09', to: '2026-06-29', clock: '02:00', zone: BERLIN, isOn: on(1) }),
    ],
    now: '2026-06-29 10:00',
    expected: ['Mondays about 02:00', BERLIN, '2026-07-06 00:00', '4 of 4'],
  },
  {
    name: 'holidays without a run',
    starts: daily({
      from: '2026-12-01',
      to: '2027-01-05',
      clock: '02:00',
      zone: BERLIN,
      isOn: (day) => isWorkday(day) && without('2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01')(day),
    }),
    now: '2027-01-05 10:00',
    expected: ['weekdays about 02:00', BERLIN, '2027-01-06 01:00', '18 of 18'],
  },
  {
    name: 'an outage of our own: what did not arrive is not late',
    starts: daily({ from: '2026-06-01', to: '2026-06-18', clock: '02:00', zone: BERLIN }),
    outages: [{ fromMs: at('2026-06-18 20:00'), toMs: at('2026-06-20 08:00') }],
    now: '2026-06-20 10:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-21 00:00', '18 of 18'],
  },
  {
    name: 'an outage of our own amid the month',
    starts: daily({
      from: '2026-06-01',
      to: '2026-06-20',
      clock: '02:00',
      zone: BERLIN,
      isOn: (day) => day < dayOf('2026-06-08') || day > dayOf('2026-06-13'),
    }),
    outages: [{ fromMs: at('2026-06-07 12:00'), toMs: at('2026-06-13 12:00') }],
    now: '2026-06-20 10:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-21 00:00', '14 of 14'],
  },
  {
    name: 'a run that did not come',
    starts: daily({ from: '2026-06-01', to: '2026-06-19', clock: '02:00', zone: BERLIN }),
    now: '2026-06-20 01:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-20 00:00', '19 of 19'],
    isLate: true,
  },
  {
    name: 'a run that has not come yet, some minutes after its time',
    starts: daily({ from: '2026-06-01', to: '2026-06-19', clock: '02:00', zone: BERLIN }),
    now: '2026-06-20 00:20',
    expected: ['daily about 02:00', BERLIN, '2026-06-20 00:00', '19 of 19'],
  },
  {
    name: 'a job that stopped a week ago',
    starts: daily({ from: '2026-06-01', to: '2026-06-19', clock: '02:00', zone: BERLIN }),
    now: '2026-06-26 12:00',
    expected: ['daily about 02:00', BERLIN, '2026-06-20 00:00', '19 of 19'],
    isLate: true,
  },
  {
    name: 'weekdays, on a Saturday and Sunday',
    starts: daily({ from: '2026-06-01', to: '2026-06-26', clock: '23:30', zone: BERLIN, isOn: isWorkday }),
    now: '2026-06-28 23:00',
    expected: ['weekdays about 23:30', BERLIN, '2026-06-29 21:30', '20 of 20'],
  },
  {
    name: 'clocks put back: the zone that keeps the time',
    starts: daily({ from: '2026-10-10', to: '2026-11-05', clock: '02:30', zone: BERLIN }),
    now: '2026-11-05 12:00',
    expected: ['daily about 02:30', BERLIN, '2026-11-06 01:30', '27 of 27'],
  },
  {
    name: 'clocks put forward over the time itself',
    starts: daily({ from: '2026-03-15', to: '2026-04-05', clock: '02:30', zone: BERLIN }),
    now: '2026-04-05 12:00',
    expected: ['daily about 02:30', BERLIN, '2026-04-06 00:30', '21 of 22'],
  },
  {
    name: 'a job in UTC while clocks in Berlin are put back',
    starts: daily({ from: '2026-10-10', to: '2026-11-05', clock: '02:30' }),
    now: '2026-11-05 12:00',
    expected: ['daily about 02:30', 'UTC', '2026-11-06 02:30', '27 of 27'],
  },
  {
    name: 'a job in New York while only its clocks are put back',
    starts: daily({ from: '2026-10-26', to: '2026-11-15', clock: '01:00', zone: 'America/New_York' }),
    now: '2026-11-15 12:00',
    expected: ['daily about 01:00', 'America/New_York', '2026-11-16 06:00', '21 of 21'],
  },
  {
    name: 'starts within a quarter of an hour around midnight',
    starts: daily({ from: '2026-06-01', to: '2026-06-25', clock: '23:52', zone: BERLIN, jitterMinutes: 16 }),
    now: '2026-06-26 12:00',
    expected: ['daily about 00:00', BERLIN, '2026-06-26 22:00', '25 of 25'],
  },
  {
    name: 'starts within an hour',
    starts: daily({ from: '2026-06-01', to: '2026-06-28', clock: '02:00', zone: BERLIN, jitterMinutes: 50 }),
    now: '2026-06-28 12:00',
    expected: ['daily about 02:25', BERLIN, '2026-06-29 00:25', '28 of 28'],
  },
];
