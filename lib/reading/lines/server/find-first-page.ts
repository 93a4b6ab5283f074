import 'server-only';
import type { Viewer } from '@/lib/auth/viewer';
import { isDerived } from '../line-filter-codec';
import { PAGE_SIZE } from '../line-window';
import type { LinePage, LineSelection } from '../schema';
import { findLines } from './find-lines';

/**
 * What the log shows first. Undefined where it has to be made of all lines, which takes seconds in a long run, or took too long:
 * the page does not wait for that, the browser asks again and says what is wrong.
 */
export async function findFirstPage(
  viewer: Viewer,
  runId: string,
  selection: LineSelection,
): Promise<LinePage | undefined> {
  if (isDerived(selection)) return undefined;
  return findLines(viewer, runId, { ...selection, offset: 0, limit: PAGE_SIZE, order: 'asc' }).catch(() => undefined);
}
