import { z } from 'zod';
import { splitList } from './comma-list';

/** Ids and names come from senders: any text, kept short enough to index. */
export const idText = z.string().trim().min(1).max(200);

/** Query parameters are text: a comma-separated list, empty items dropped; a list of nothing is no filter; `\,` is a comma inside of a name. */
export const commaList = <T extends z.ZodType<unknown, string>>(item: T) =>
  z
    .string()
    .transform((text) => {
      const parts = splitList(text);
      return parts.length > 0 ? parts : undefined;
    })
    .pipe(z.array(item).optional());

/** PostgreSQL knows no year 0, and ISO 8601 none beyond 9999; an offset may lead there. */
const EARLIEST_MS = Date.parse('0001-01-01T00:00:00Z');
const LATEST_MS = Date.parse('9999-12-31T23:59:59.999Z');
const NOT_OF_KNOWN_YEAR = { error: 'Expected a time in the years 1 to 9999' };
/** In milliseconds since 1970. */
export const isKnownTime = (ms: number): boolean => ms >= EARLIEST_MS && ms <= LATEST_MS;
const isOfKnownYear = (text: string): boolean => isKnownTime(Date.parse(text));

export const isoTime = z.iso
  .datetime({ offset: true })
  .refine(isOfKnownYear, NOT_OF_KNOWN_YEAR)
  .meta({ description: 'ISO 8601 with zone', example: '2026-11-22T02:14:07.120Z' });

export const TIME_FORMS = 'ISO 8601 with zone, or seconds or milliseconds since 1970';

/** The years 1973 to 2286 in seconds, from 1973 on in milliseconds: no length means both. */
const EPOCH_SECONDS = /^\d{9,10}(\.\d{1,6})?$/;
const EPOCH_MS = /^\d{11,14}$/;

/**
 * A time in an address; from here on it is ISO 8601. Grafana's `${__from}` is in milliseconds. The `+` of a zone reads
 * as a blank where the sender did not encode it.
 */
export const timeParameter = z
  .string()
  .transform((text) => isoOfEpoch(text) ?? text.replace(/^(\d{4}-.*T.*) (\d\d:?\d\d)$/, '$1+$2'))
  .pipe(z.iso.datetime({ offset: true, error: `expected ${TIME_FORMS}` }).refine(isOfKnownYear, NOT_OF_KNOWN_YEAR))
  .meta({
    description: TIME_FORMS,
    examples: ['2026-11-22T02:14:07.120Z', '1795313647120'],
  });

function isoOfEpoch(text: string): string | null {
  if (!EPOCH_SECONDS.test(text) && !EPOCH_MS.test(text)) return null;
  const [seconds = '', fraction = ''] = EPOCH_MS.test(text) ? [text.slice(0, -3), text.slice(-3)] : text.split('.');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, -4)}${fraction.padEnd(3, '0')}Z`;
}

/** RFC 9457 problem details, as every error answer of the API is. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
