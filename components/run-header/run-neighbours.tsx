'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useShortcut } from '@/components/ui/use-shortcut';
import { filterOf, lineFilterCodec, type LineView } from '@/lib/reading/lines/line-filter-codec';
import { runPath } from '@/lib/runs/run-path';
import type { RunDetail } from '@/lib/runs/schema';
import { shortcutTitle } from '@/lib/shortcuts/shortcuts';

/**
 * Links to the job's runs before and after this one. They keep all filters except the time, so the same device last
 * night is one key away.
 */
export function RunNeighbours({ run, view }: { run: RunDetail; view: LineView }) {
  const router = useRouter();
  const filter = { ...filterOf(view), since: undefined, until: undefined };
  const hrefOf = (runId: string | null) => (runId === null ? null : runPath(runId, lineFilterCodec.format(filter)));
  const older = hrefOf(run.previousRunId);
  const newer = hrefOf(run.nextRunId);
  useShortcut('older-run', () => older && router.push(older), older !== null);
  useShortcut('newer-run', () => newer && router.push(newer), newer !== null);
  const className = cn(buttonClass({ variant: 'ghost', size: 'sm' }), 'max-sm:w-7 max-sm:px-0');
  return (
    <nav aria-label="Runs of this job" className="flex">
      {older && (
        <Link href={older} className={className} title={shortcutTitle('older-run')}>
          <ChevronLeft aria-hidden className="size-4" />
          <span className="max-sm:sr-only">Previous run</span>
        </Link>
      )}
      {newer && (
        <Link href={newer} className={className} title={shortcutTitle('newer-run')}>
          <span className="max-sm:sr-only">Next run</span>
          <ChevronRight aria-hidden className="size-4" />
        </Link>
      )}
    </nav>
  );
}
