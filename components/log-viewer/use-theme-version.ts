'use client';

import { useEffect, useState } from 'react';

/** Another number whenever the colours may be others: the person chose a theme, or the system did. */
export function useThemeVersion(): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    const count = () => setVersion((known) => known + 1);
    const observer = new MutationObserver(count);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const scheme = window.matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', count);
    return () => {
      observer.disconnect();
      scheme.removeEventListener('change', count);
    };
  }, []);
  return version;
}
