'use client';

import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent } from 'react';
import type { MapRow } from './map-rows';

type CursorOptions = {
  rows: readonly MapRow[];
  /** Buttons of a row. */
  columnsOf: (row: MapRow) => number;
  firstIndex: number;
  visibleCount: number;
  onMove: (index: number) => void;
};

type Cursor = { key: string; column: number };

/**
 * The one button of the list that the tab key reaches; arrows move it over rows and columns. It belongs to a row by key,
 * so that rows that come and go above it do not move it.
 */
export function useRowCursor({ rows, columnsOf, firstIndex, visibleCount, onMove }: CursorOptions) {
  const [cursor, setCursor] = useState<Cursor | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const found = cursor ? rows.findIndex((row) => row.key === cursor.key) : -1;
  const index = found >= 0 ? found : null;

  useLayoutEffect(() => {
    if (!wantsFocus.current || index === null) return;
    const row = list.current?.querySelector(`[data-row="${index}"]`);
    const wanted = row?.querySelector<HTMLElement>(`[data-column="${cursor?.column ?? 0}"]`);
    // Rows have different numbers of buttons: where one is missing, the last one counts.
    const button = wanted ?? [...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].at(-1);
    if (!button) return;
    wantsFocus.current = false;
    button.focus({ preventScroll: true });
  });

  const moveTo = (target: number, column: number) => {
    const at = Math.max(0, Math.min(rows.length - 1, target));
    const row = rows[at];
    if (!row) return;
    wantsFocus.current = true;
    setCursor({ key: row.key, column: Math.max(0, Math.min(columnsOf(row) - 1, column)) });
    onMove(at);
  };

  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || index === null) return;
    const { column } = cursor ?? { column: 0 };
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => moveTo(index + 1, column),
      ArrowUp: () => moveTo(index - 1, column),
      ArrowRight: () => moveTo(index, column + 1),
      ArrowLeft: () => moveTo(index, column - 1),
      PageDown: () => moveTo(index + visibleCount, column),
      PageUp: () => moveTo(index - visibleCount, column),
      Home: () => moveTo(0, column),
      End: () => moveTo(rows.length - 1, column),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };

  const handleFocus = (event: FocusEvent<HTMLElement>) => {
    const row = rows[Number(event.target.closest('[data-row]')?.getAttribute('data-row') ?? NaN)];
    if (row) setCursor({ key: row.key, column: Number(event.target.getAttribute('data-column') ?? 0) });
  };

  return {
    listRef: list,
    index,
    handleKeyDown,
    handleFocus,
    /** Column of the row that the tab key reaches; null for the other rows. */
    tabColumnOf: (at: number) => (at === (index ?? firstIndex) ? (index === null ? 0 : (cursor?.column ?? 0)) : null),
  };
}
