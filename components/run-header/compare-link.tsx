'use client';

import { GitCompareArrows } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { buttonClass } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { useShortcut } from '@/components/ui/use-shortcut';
import { compareHref } from '@/lib/analysis/compare/compare-codec';
import { shortcutTitle } from '@/lib/shortcuts/shortcuts';

/** A link to the comparison with the last good run. */
export function CompareLink({ runId }: { runId: string }) {
  const router = useRouter();
  const href = compareHref(runId);
  useShortcut('compare', () => router.push(href));
  return (
    <Link
      href={href}
      prefetch={false}
      className={cn(buttonClass({ size: 'sm' }), 'max-sm:w-7 max-sm:px-0')}
      title={shortcutTitle('compare')}
    >
      <GitCompareArrows aria-hidden className="size-4" />
      <span className="max-sm:sr-only">Compare</span>
    </Link>
  );
}
