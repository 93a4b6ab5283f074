'use client';

import { useShortcut } from '@/components/ui/use-shortcut';
import type { ShortcutId } from '@/lib/shortcuts/shortcuts';
import { stepToMatch } from '../find/match-steps';
import { toFirstError, toNextError, toPreviousError } from '../list/error-steps';
import type { LogStep, LogTurns } from '../list/log-list';
import { goLive, moveByLines } from '../list/move-steps';
import { copyLines, copyLink } from '../selection/copy-steps';
import { extendBy } from '../selection/range-steps';

type KeysOptions = { turns: LogTurns; hasLines: boolean; hasSearch: boolean };

/** The log's shortcuts, which work wherever the focus is; pressed while the lines are read, they wait for them. */
export function useLogKeys({ turns, hasLines, hasSearch }: KeysOptions): void {
  const useStep = (id: ShortcutId, step: LogStep, isEnabled = hasLines) =>
    useShortcut(id, () => turns.take(step), isEnabled);
  useStep('next-line', moveByLines(1));
  useStep('previous-line', moveByLines(-1));
  useStep('next-error', toNextError);
  useStep('previous-error', toPreviousError);
  useStep('first-error', toFirstError);
  useStep('next-match', stepToMatch(1), hasLines && hasSearch);
  useStep('previous-match', stepToMatch(-1), hasLines && hasSearch);
  useStep('live', goLive);
  useStep('extend-down', extendBy(1));
  useStep('extend-up', extendBy(-1));
  useStep('copy-text', copyLines('text'));
  useStep('copy-json', copyLines('json'));
  useStep('copy-ticket', copyLines('ticket'));
  useStep('copy-link', copyLink);
}
