'use client';

import type { KeyboardEvent } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { LogStep } from './list/log-hand';

type KeysOptions = {
  take: (step: LogStep) => void;
  hasSearch: boolean;
  visibleCount: number;
};

/** The log's keys: shortcuts work wherever the focus is, and the grid has its conventional keys as well. */
export function useLogKeys({ take, hasSearch, visibleCount }: KeysOptions) {
  useShortcut('next-line', () => take(({ moves }) => moves.moveBy(1)));
  useShortcut('previous-line', () => take(({ moves }) => moves.moveBy(-1)));
  useShortcut('next-error', () => take(({ errors }) => errors.toNext()));
  useShortcut('previous-error', () => take(({ errors }) => errors.toPrevious()));
  useShortcut('first-error', () => take(({ errors }) => errors.toFirst()));
  useShortcut('next-match', () => take(({ find }) => find.step(1)), hasSearch);
  useShortcut('previous-match', () => take(({ find }) => find.step(-1)), hasSearch);
  useShortcut('live', () => take(({ goLive }) => goLive()));
  useShortcut('extend-down', () => take(({ selection }) => selection.extendBy(1)));
  useShortcut('extend-up', () => take(({ selection }) => selection.extendBy(-1)));
  useShortcut('copy-text', () => take(({ selection }) => selection.copy('text')));
  useShortcut('copy-json', () => take(({ selection }) => selection.copy('json')));
  useShortcut('copy-ticket', () => take(({ selection }) => selection.copy('ticket')));
  useShortcut('copy-link', () => take(({ selection }) => selection.copyLink()));

  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = gridStep(event.key, visibleCount);
    if (!step) return;
    event.preventDefault();
    take(step);
  };
}

function gridStep(key: string, visibleCount: number): LogStep | null {
  switch (key) {
    case 'ArrowDown':
      return ({ moves }) => moves.moveBy(1);
    case 'ArrowUp':
      return ({ moves }) => moves.moveBy(-1);
    case 'PageDown':
      return ({ moves }) => moves.moveBy(visibleCount);
    case 'PageUp':
      return ({ moves }) => moves.moveBy(-visibleCount);
    case 'Home':
      return ({ moves }) => moves.moveTo(0);
    case 'End':
      return ({ moves, total, goLive }) => {
        const moved = moves.moveTo(total - 1);
        goLive();
        return moved;
      };
    case 'Enter':
      return ({ moves }) => moves.openActive();
    default:
      return null;
  }
}
