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

/** Changes with the theme, for what draws by itself and so has to draw again. */
export const useThemeKey = (): string => useSyncExternalStore(subscribe, readTheme, () => '');

type Known = { theme: string; colours: Readonly<Record<string, string>> };
const knownByNames = new WeakMap<readonly string[], Known>();

/**
 * What the variables of app/globals.css are in the present theme; a canvas knows no variables. Each costs a computation of
 * the element's style, so they are kept until the theme changes.
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
