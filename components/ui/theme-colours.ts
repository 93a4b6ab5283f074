'use client';

import { useSyncExternalStore } from 'react';

const DARK = '(prefers-color-scheme: dark)';

function subscribe(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const query = window.matchMedia(DARK);
  query.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    query.removeEventListener('change', listener);
  };
}

const readTheme = () => `${document.documentElement.dataset.theme ?? ''} ${window.matchMedia(DARK).matches}`;

/** Changes with the theme, so that a canvas knows when to draw again. */
export const useThemeKey = (): string => useSyncExternalStore(subscribe, readTheme, () => '');

type Known = { theme: string; colours: Readonly<Record<string, string>> };
const knownByNames = new WeakMap<readonly string[], Known>();

/**
 * Values of the variables of app/globals.css in the present theme, for a canvas, which knows no variables. Each look-up
 * computes the element's style, so values are kept until the theme changes.
 */
export function readColours<Name extends string>(element: HTMLElement, names: readonly Name[]): Record<Name, string> {
  const theme = readTheme();
  const known = knownByNames.get(names);
  const colours = known?.theme === theme ? known.colours : compute(element, names);
  knownByNames.set(names, { theme, colours });
  return colours as Record<Name, string>;
}

function compute(element: HTMLElement, names: readonly string[]): Record<string, string> {
  const before = element.style.color;
  const style = getComputedStyle(element);
  const colours = names.map((name) => {
    element.style.color = `var(--${name})`;
    return [name, style.color] as const;
  });
  element.style.color = before;
  return Object.fromEntries(colours);
}
