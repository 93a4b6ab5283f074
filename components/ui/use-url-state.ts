'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { UrlCodec, UrlParse } from '@/lib/http/url-codec';

export type UrlState<Value> = UrlParse<Value> & {
  /** `push` makes a step that Back undoes; `replace` is for what changes with every key press. */
  setValue: (value: Value, history?: 'push' | 'replace') => void;
};

/**
 * State that lives in the query string. Writing it asks the server nothing: Next follows history.pushState and
 * replaceState (nextjs.org/docs/app/getting-started/linking-and-navigating#native-history-api), Back and Forward too.
 * Next follows in a transition, some milliseconds late, so the value just written counts until then: a checkbox must
 * not spring back, and two quick changes must not undo each other. Back ends this too: it may come before Next has
 * followed, and then Next sees no change at all.
 * `keep` names parameters of other parts of the page, which stay as they are.
 */
export function useUrlState<Value>(codec: UrlCodec<Value>, keep: readonly string[] = NONE): UrlState<Value> {
  const pathname = usePathname();
  const params = useSearchParams();
  const parsed = useMemo(() => codec.parse(params), [codec, params]);
  const [written, setWritten] = useState<{ over: unknown; value: Value } | null>(null);
  useEffect(() => {
    const forget = () => setWritten(null);
    window.addEventListener('popstate', forget);
    return () => window.removeEventListener('popstate', forget);
  }, []);
  const setValue = useCallback(
    (value: Value, history: 'push' | 'replace' = 'push') => {
      const url = `${pathname}${withKept(codec.format(value), keep)}`;
      if (history === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
      setWritten({ over: params, value });
    },
    [codec, keep, pathname, params],
  );
  const current = written?.over === params ? { value: written.value, problems: [] } : parsed;
  return { ...current, setValue };
}

const NONE: readonly string[] = [];

/** The query with those parameters of the address that are to stay. */
function withKept(query: string, keep: readonly string[]): string {
  const present = new URLSearchParams(window.location.search);
  const kept = new URLSearchParams(
    keep.flatMap((name) => (present.get(name) ? [[name, present.get(name) ?? '']] : [])),
  );
  return kept.size === 0 ? query : `${query}${query === '' ? '?' : '&'}${kept}`;
}
