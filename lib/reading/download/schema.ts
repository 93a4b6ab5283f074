import { z } from 'zod';
import { lineFilterSchema } from '@/lib/store/query/line-filter';

export const DOWNLOAD_FORMATS = ['text', 'ndjson', 'csv'] as const;
export type DownloadFormat = (typeof DOWNLOAD_FORMATS)[number];

/** Query of `GET /api/v1/runs/{runId}/download`: the filters of `/lines`, and the form of the file. */
export const downloadQuery = lineFilterSchema
  .extend({
    format: z.enum(DOWNLOAD_FORMATS).default('text').meta({
      description:
        'text: a row a line; ndjson: the line objects of /lines; csv: RFC 4180 with a heading. What cannot be seen is marked in text and csv, as in <U+202E>; ndjson has every character as it was sent.',
    }),
    bom: z.literal('1').optional().meta({
      description: 'With csv: the file begins with U+FEFF, without which Excel does not read it as UTF-8',
    }),
  })
  .refine(({ bom, format }) => bom === undefined || format === 'csv', {
    path: ['bom'],
    message: 'only a csv file begins with one: give format=csv, too',
  });
export type DownloadQuery = z.infer<typeof downloadQuery>;

/** How many lines the file holds when it is whole. */
export const LINE_COUNT_HEADER = 'x-line-count';
