'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import type { UrlCodec, UrlParse } from '@/lib/url-state/url-codec';

export type UrlState<Value> = UrlParse<Value> & {
  /** `push` makes a step that Back undoes; `replace` is for what changes with every key press. */
  setValue: (value: Value, history?: 'push' | 'replace') => void;
};

/**
 * State that lives in the query string. Writing it asks the server nothing: Next follows history.pushState and
 * replaceState (nextjs.org/docs/app/getting-started/linking-and-navigating#native-history-api), Back and Forward too.
 */
export function useUrlState<Value>(codec: UrlCodec<Value>): UrlState<Value> {
  const pathname = usePathname();
  const params = useSearchParams();
  const parsed = useMemo(() => codec.parse(params), [codec, params]);
  const setValue = useCallback(
    (value: Value, history: 'push' | 'replace' = 'push') => {
      const url = `${pathname}${codec.format(value)}`;
      if (history === 'push') window.history.pushState(null, '', url);
      else window.history.replaceState(null, '', url);
    },
    [codec, pathname],
  );
  return { ...parsed, setValue };
}
