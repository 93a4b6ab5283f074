'use client';

import type { RefObject } from 'react';
import { useShortcut } from './use-shortcut';

/** `j` and `k` move the focus from row to row, onto the rows' links, so that Enter opens the run. */
export function useRowKeys(container: RefObject<HTMLElement | null>): void {
  function move(step: 1 | -1) {
    const links = [...(container.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
    const here = links.findIndex((link) => link === document.activeElement);
    const next = here === -1 ? 0 : Math.min(links.length - 1, Math.max(0, here + step));
    links[next]?.focus();
  }
  useShortcut('next-run-row', () => move(1));
  useShortcut('previous-run-row', () => move(-1));
}
