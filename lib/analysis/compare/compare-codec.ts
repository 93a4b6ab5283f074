import { z } from 'zod';
import { idText } from '@/lib/http/schema';
import { buildUrlCodec } from '@/lib/http/url-codec';

/** What the compare page's URL holds: the other run, unchanged devices too, and a text to look for. */
export const compareViewSchema = z.object({
  with: idText.optional(),
  show: z.literal('all').optional(),
  q: z.string().trim().min(1).max(200).optional(),
});
export type CompareView = z.infer<typeof compareViewSchema>;

export const compareViewCodec = buildUrlCodec(compareViewSchema);

/** A run's compare page. */
export const compareHref = (runId: string, view: CompareView = {}): string =>
  `/runs/${encodeURIComponent(runId)}/compare${compareViewCodec.format(view)}`;
