import { z } from 'zod';
import { idText } from '@/lib/http/schema';
import { buildUrlCodec } from '@/lib/http/url-codec';
import { runPath } from '@/lib/runs/run-path';

/** State in the compare page's URL: the other run, whether unchanged devices are shown, and a search text. */
export const compareViewSchema = z.object({
  with: idText.optional(),
  show: z.literal('all').optional(),
  q: z.string().trim().min(1).max(200).optional(),
});
export type CompareView = z.infer<typeof compareViewSchema>;

export const compareViewCodec = buildUrlCodec(compareViewSchema);

/** A run's compare page. */
export const compareHref = (runId: string, view: CompareView = {}): string =>
  `${runPath(runId)}/compare${compareViewCodec.format(view)}`;
