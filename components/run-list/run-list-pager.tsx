import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';

type RunListPagerProps = { newestHref: string | null; olderHref: string | null };

/**
 * Links between keyset pages; null where there is no page. They are links, so that a page can be shared and opened in
 * another tab.
 */
export function RunListPager({ newestHref, olderHref }: RunListPagerProps) {
  if (!newestHref && !olderHref) return null;
  return (
    <nav aria-label="Pages of runs" className="flex items-center justify-between gap-2 px-4 py-3">
      <span>
        {newestHref && (
          <Link href={newestHref} className={buttonClass()}>
            Newest runs
          </Link>
        )}
      </span>
      {olderHref && (
        <Link href={olderHref} className={buttonClass()}>
          Older runs
        </Link>
      )}
    </nav>
  );
}
