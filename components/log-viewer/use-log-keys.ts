'use client';

import type { KeyboardEvent } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { useErrorJumps } from './use-error-jumps';
import type { FindState } from './use-find';
import type { LogMoves } from './use-log-moves';

type KeysOptions = {
  moves: LogMoves;
  errors: ReturnType<typeof useErrorJumps>;
  find: FindState;
  hasSearch: boolean;
  visibleCount: number;
  total: number;
  onLive: () => void;
  onCopyLink: () => void;
};

/** The log's keys: shortcuts work wherever the focus is, and the grid has its conventional keys as well. */
export function useLogKeys({ moves, errors, find, hasSearch, visibleCount, total, onLive, onCopyLink }: KeysOptions) {
  useShortcut('next-line', () => moves.moveBy(1));
  useShortcut('previous-line', () => moves.moveBy(-1));
  useShortcut('next-error', () => void errors.toNext());
  useShortcut('previous-error', () => void errors.toPrevious());
  useShortcut('first-error', () => void errors.toFirst());
  useShortcut('next-match', () => find.step(1), hasSearch);
  useShortcut('previous-match', () => find.step(-1), hasSearch);
  useShortcut('live', onLive);
  useShortcut('copy-link', onCopyLink);

  const gridKeys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => moves.moveBy(1),
    ArrowUp: () => moves.moveBy(-1),
    PageDown: () => moves.moveBy(visibleCount),
    PageUp: () => moves.moveBy(-visibleCount),
    Home: () => moves.moveTo(0),
    End: () => {
      moves.moveTo(total - 1);
      onLive();
    },
    Enter: moves.openActive,
  };
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handle = gridKeys[event.key];
    if (!handle) return;
    event.preventDefault();
    handle();
  };
}
