'use client';

import { useActionState } from 'react';
import type { ViewAction } from './view-actions';

/** Shown for any failure without an answer from the server. */
const NO_ANSWER = 'The server did not answer; nothing was saved.';

/** A form around one action: its error as text, whether it is under way, and `onDone` once it worked. */
export function useViewForm(action: ViewAction, onDone: () => void) {
  const [error, submit, isPending] = useActionState(async (_: string | null, form: FormData) => {
    const { problem } = await action(form).catch(() => ({ problem: { title: NO_ANSWER, detail: undefined } }));
    if (problem) return problem.detail ?? problem.title;
    onDone();
    return null;
  }, null);
  return { error, submit, isPending };
}
