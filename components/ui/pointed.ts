'use client';

import { useSyncExternalStore } from 'react';

/** What the pointer is on: a moment, and the name of what it belongs to. Panes of a page mark it each in its own way. */
export type Pointed = { timeMs: number; name: string } | null;

let pointed: Pointed = null;
const listeners = new Set<() => void>();

/** Kept outside of React: a move of the pointer draws only what asks for it, never the page. */
export function setPointed(next: Pointed): void {
  if (pointed?.timeMs === next?.timeMs && pointed?.name === next?.name) return;
  pointed = next;
  listeners.forEach((notify) => notify());
}

export const readPointed = (): Pointed => pointed;

export function subscribePointed(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePointed = (): Pointed => useSyncExternalStore(subscribePointed, readPointed, () => null);
