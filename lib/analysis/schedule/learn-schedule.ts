import { learnInterval } from './interval-schedule';
import { learnMonth } from './month-schedule';
import type { Schedule, StartHistory } from './schedule';
import { learnWeek } from './week-schedule';

/**
 * What the starts of a job follow: an interval, times of the day on days of the week, or a day of the month. Null where
 * no schedule explains them: nothing is claimed then, and no run is late.
 */
export const learnSchedule = (history: StartHistory): Schedule | null =>
  learnInterval(history) ?? learnWeek(history) ?? learnMonth(history);
