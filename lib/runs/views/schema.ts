import { z } from 'zod';
import { runListCodec } from '@/lib/runs/run-filter-codec';

/** Longer names would not fit a tab. */
const viewName = z.string().trim().min(1, 'The view needs a name.').max(40, 'A name has 40 characters at most.');

/**
 * Keeps only what the job list's codec understands of the query string: no arbitrary text, and no page, since its runs
 * will be others tomorrow.
 */
const viewQuery = z
  .string()
  .max(8000)
  .transform((text) =>
    runListCodec.format({ ...runListCodec.parse(new URLSearchParams(text)).value, cursor: undefined }),
  );

export const createViewInput = z.object({ name: viewName, query: viewQuery });
export type CreateViewInput = z.infer<typeof createViewInput>;

export const renameViewInput = z.object({ viewId: z.string().min(1).max(100), name: viewName });
export type RenameViewInput = z.infer<typeof renameViewInput>;

export const deleteViewInput = z.object({ viewId: z.string().min(1).max(100) });

/** A view of the job list: a name for a filter. `query` is the list's query string, '' for all runs. */
export type View = { name: string; query: string };
export type SavedView = View & { viewId: string };
