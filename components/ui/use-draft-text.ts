'use client';

import { useEffect, useEffectEvent, useState } from 'react';

/** Long enough to type a word, short enough to feel live. */
const COMMIT_AFTER_MS = 300;

/**
 * Text that is typed here and kept elsewhere (the URL): `onCommit` gets it once typing pauses, and a change that comes
 * from elsewhere (Back, "clear all") replaces what is in the field, but never what is being typed.
 */
export function useDraftText(value: string, onCommit: (text: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [committed, setCommitted] = useState(value);
  if (value !== seen) {
    setSeen(value);
    setCommitted(value);
    if (value !== committed) setText(value);
  }
  const commit = useEffectEvent((wanted: string) => {
    setCommitted(wanted);
    onCommit(wanted);
  });
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === committed) return;
    const timer = setTimeout(() => commit(wanted), COMMIT_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, committed]);
  return [text, setText];
}
