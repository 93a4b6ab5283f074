'use server';

import { revalidatePath } from 'next/cache';
import type { ViewResult } from '@/components/run-views/view-actions';
import { runAction } from '@/lib/edges/run-action';
import { createViewInput, deleteViewInput, renameViewInput } from '@/lib/runs/views/schema';
import { createView } from '@/lib/runs/views/server/create-view';
import { deleteView } from '@/lib/runs/views/server/delete-view';
import { renameView } from '@/lib/runs/views/server/rename-view';

const show = (result: ViewResult): ViewResult => {
  if (!result.problem) revalidatePath('/runs');
  return result;
};

export const createViewAction = async (form: FormData): Promise<ViewResult> =>
  show(await runAction(createViewInput, form, createView));

export const renameViewAction = async (form: FormData): Promise<ViewResult> =>
  show(await runAction(renameViewInput, form, renameView));

export const deleteViewAction = async (form: FormData): Promise<ViewResult> =>
  show(await runAction(deleteViewInput, form, (viewer, { viewId }) => deleteView(viewer, viewId)));
