'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { formatQuantity } from '@/lib/format/number';

/** Announcing every line would drown out everything else in a screen reader. */
const EVERY_MS = 5000;

type Facts = { lineCount: number; errorCount: number; state: string };

/**
 * The announcement for screen readers, at most every 5 seconds: `42 new lines, 2 errors`, and changes of the
 * connection.
 */
export function usePoliteNews(facts: Facts): string {
  const [said, setSaid] = useState({ ...facts, text: '' });
  const sayNews = useEffectEvent(() => {
    const lines = facts.lineCount - said.lineCount;
    const errors = facts.errorCount - said.errorCount;
    if (lines <= 0 && facts.state === said.state) return;
    const parts = [
      lines > 0 && `${formatQuantity(lines, 'new line')}, ${formatQuantity(errors, 'error')}`,
      facts.state !== said.state && facts.state.toLowerCase(),
    ];
    setSaid({ ...facts, text: parts.filter(Boolean).join('; ') });
  });
  useEffect(() => {
    const timer = setInterval(sayNews, EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return said.text;
}
