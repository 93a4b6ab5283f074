import { createRandom } from '../random';
import type { LogRecord } from '../wire';
import { isoTime } from './simulated-run';
import { COMPONENTS, debug, info, warning } from './step';

/** The server files them under its built-in job of the component and day. */
const HOUR_MS = 3_600_000;

/** Lines that belong to no job: the scheduler's and the API's own talk, three times a night. */
export function buildSystemLines(seed: number | string, midnightMs: number): LogRecord[] {
  const random = createRandom(seed, 'system', midnightMs);
  return [-2, 1, 4].flatMap((hour) => {
    const drafts = [
      debug(COMPONENTS.scheduler, 'calendar read: 4 jobs enabled', { fields: { jobs: 4 } }),
      info(COMPONENTS.scheduler, `tick took ${random.int(2, 40)} ms, nothing late`),
      info('api', `GET /inventory/devices 200 in ${random.int(4, 60)} ms`, {
        fields: { bytes: random.int(9_000, 60_000) },
      }),
      warning('api', 'password authentication failed for user guest from 192.0.2.44', {
        fields: { attempts: random.int(1, 3) },
      }),
    ];
    return drafts.map((draft, index) => ({
      timestamp: isoTime(midnightMs + hour * HOUR_MS + index * 130 + random.int(0, 99)),
      level: draft.level,
      message: draft.message,
      component: draft.component,
      additional_fields: draft.fields,
    }));
  });
}
