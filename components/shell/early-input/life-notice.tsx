import { cn } from '@/components/ui/cn';

const LOOK = 'fixed inset-x-0 bottom-0 z-50 hidden border-t border-line-strong p-3 text-center';

/**
 * What is said of a page that is slow to come to life, or never does: without scripts, by the attribute that
 * keep-early-input.ts sets on the document.
 */
export function LifeNotice() {
  return (
    <div role="status">
      <p className={cn(LOOK, 'bg-status-idle-ground text-status-idle [html[data-life=late]_&]:block')}>
        This page is still loading. What you press and click is kept, and done as soon as it has loaded.
      </p>
      <p className={cn(LOOK, 'bg-status-bad-ground text-status-bad [html[data-life=broken]_&]:block')}>
        This page could not be loaded completely, so that it does not answer.{' '}
        {/* Without scripts: to the address that is open. */}
        <a href="" className="font-semibold underline">
          Load it again
        </a>
      </p>
    </div>
  );
}
