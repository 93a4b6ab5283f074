import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { isDerived } from '../line-filter-codec';
import { PAGE_SIZE } from '../line-window';
import type { LinePage, LineSelection } from '../schema';
import { findLines } from './find-lines';

/**
 * The first page of the log. Undefined where making it needs all lines, which takes seconds in a long run, or where it
 * took too long: the page does not wait, and the browser asks again and shows the error.
 */
export async function findFirstPage(
  viewer: Viewer,
  runId: string,
  selection: LineSelection,
): Promise<LinePage | undefined> {
  if (isDerived(selection)) return undefined;
  return findLines(viewer, runId, { ...selection, offset: 0, limit: PAGE_SIZE, order: 'asc' }).catch(() => undefined);
}
