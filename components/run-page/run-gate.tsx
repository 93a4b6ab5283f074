'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { isGone, runDetailOptions } from '@/lib/runs/query-options';

/**
 * The run's page while the run exists. Once the run is deleted, nothing on the page asks for it any more, and the page
 * says so.
 */
export function RunGate({ runId, children }: { runId: string; children: ReactNode }) {
  const { error } = useQuery(runDetailOptions(runId));
  if (!isGone(error)) {
    return <div className="flex h-[calc(100dvh-var(--top-bar-height))] min-h-120 flex-col">{children}</div>;
  }
  return (
    <EmptyState
      role="alert"
      title="This run was deleted"
      action={
        <Link href="/runs" className={buttonClass({ variant: 'primary' })}>
          All runs
        </Link>
      }
    >
      <p>Its lines are gone with it.</p>
    </EmptyState>
  );
}
