'use client';

import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { PageTimeContext } from '@/components/ui/use-now';
import { unpackExact } from '@/lib/json/exact-json';

/**
 * `retry: false` because live parts ask again by themselves every few seconds and must say at once that they failed;
 * `networkMode: 'always'` because a paused query would be silent where an error is honest.
 */
const buildQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: { retry: false, networkMode: 'always', staleTime: 2000 },
      hydrate: { deserializeData: unpackExact },
    },
  });

export function Providers({ renderedAtMs, children }: { renderedAtMs: number; children: ReactNode }) {
  const [client] = useState(buildQueryClient);
  return (
    <QueryClientProvider client={client}>
      <PageTimeContext value={renderedAtMs}>
        <Tooltip.Provider delay={400}>{children}</Tooltip.Provider>
      </PageTimeContext>
    </QueryClientProvider>
  );
}
