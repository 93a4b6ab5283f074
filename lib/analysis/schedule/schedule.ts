/** When a job's runs started, and what is to be left out of the account. Times are epoch milliseconds. */
export type StartHistory = {
  /** In any order; runs that a person started are better left out. */
  startsMs: readonly number[];
  nowMs: number;
  /** IANA names, the preferred zone first: the first of those that explain the starts equally well is named. */
  zones: readonly string[];
  /** When nothing could be received from anybody: what did not come then proves nothing. */
  outages?: readonly Outage[];
};

export type Outage = { fromMs: number; toMs: number };

export type ScheduleKind = 'interval' | 'daily' | 'weekdays' | 'weekly' | 'monthly';

/** What a job's starts follow, with its proof. */
export type Schedule = {
  kind: ScheduleKind;
  /** `weekdays about 02:00`, without the zone. */
  text: string;
  zone: string;
  /** How many of the starts looked at the schedule explains, and how many these are. */
  explained: number;
  total: number;
  /** The next start, or the one that has not come. */
  nextAtMs: number;
  /** From then on the run is late. */
  lateAtMs: number;
};

export const isInOutage = (timeMs: number, outages: readonly Outage[] = []): boolean =>
  outages.some(({ fromMs, toMs }) => timeMs >= fromMs && timeMs <= toMs);
