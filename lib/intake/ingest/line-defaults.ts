import { z } from 'zod';
import { parseQuery } from '@/lib/http/parse-query';
import { levelName } from '@/lib/store/chunks/level';
import { parseLevel } from './parse-level';
import { idText } from '@/lib/http/schema';
import { SLOT, type Slot } from './record-keys';

const level = z
  .string()
  .transform((text) => parseLevel(text))
  .pipe(z.number('expected DEBUG, INFO, WARNING, ERROR or CRITICAL'))
  .transform(levelName);
const camelCase = idText.optional().meta({ description: 'The same in camelCase' });

/** Query of `POST /api/v1/logs`: defaults for records of the batch that do not say it themselves. */
export const ingestQuery = z
  .object({
    job_id: idText.optional(),
    job_name: idText.optional(),
    job_type: idText.optional(),
    run_id: idText.optional().meta({ description: 'For records without session_id, too' }),
    component: idText.optional(),
    device: idText.optional(),
    phase: idText.optional(),
    level: level.optional(),
    jobId: camelCase,
    jobName: camelCase,
    jobType: camelCase,
    runId: camelCase,
  })
  .refine(({ job_id, jobId }) => !job_id || !jobId, { path: ['jobId'], message: 'give job_id or jobId, not both' })
  .refine((query) => !query.job_name || !query.jobName, {
    path: ['jobName'],
    message: 'give job_name or jobName, not both',
  })
  .refine((query) => !query.job_type || !query.jobType, {
    path: ['jobType'],
    message: 'give job_type or jobType, not both',
  })
  .refine(({ run_id, runId }) => !run_id || !runId, { path: ['runId'], message: 'give run_id or runId, not both' });

/** Values for slots that a record leaves empty, as the sender would have written them there. */
export type LineDefaults = Partial<Record<Slot, string>>;

/** The defaults in the address of a batch; null for none. Throws `invalid_request`. */
export function readLineDefaults(url: string): LineDefaults | null {
  if (!url.includes('?')) return null;
  const query = parseQuery(ingestQuery, url);
  const defaults: LineDefaults = {};
  const put = (slot: Slot, value: string | undefined) => {
    if (value !== undefined) defaults[slot] = value;
  };
  put('jobId', query.job_id ?? query.jobId);
  put('jobName', query.job_name ?? query.jobName);
  put('jobType', query.job_type ?? query.jobType);
  put('runId', query.run_id ?? query.runId);
  put('component', query.component);
  put('device', query.device);
  put('phase', query.phase);
  put('level', query.level);
  return Object.keys(defaults).length > 0 ? defaults : null;
}

/** A default is left out where another slot says the same, since it would contradict the record. */
const TOLD_BY: Partial<Record<Slot, Slot>> = { runId: 'sessionId', level: 'severityNumber' };

/** Fills the slots of a record that hold nothing. */
export function fillSlots(slots: unknown[], defaults: LineDefaults): void {
  for (const [name, value] of Object.entries(defaults)) {
    const slot = name as Slot;
    const other = TOLD_BY[slot];
    if (isEmpty(slots[SLOT[slot]]) && (other === undefined || isEmpty(slots[SLOT[other]]))) slots[SLOT[slot]] = value;
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === '';
