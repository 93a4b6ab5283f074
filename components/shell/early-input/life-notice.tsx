import { cn } from '@/components/ui/cn';

const LOOK = 'fixed inset-x-0 bottom-0 z-50 hidden border-t border-line-strong p-3 text-center';

/**
 * The notice of a page that hydrates late or never. It is shown without scripts, by the attribute that
 * keep-early-input.ts sets on the document.
 */
export function LifeNotice() {
  return (
    <div role="status">
      <p className={cn(LOOK, 'bg-status-idle-ground text-status-idle [html[data-life=late]_&]:block')}>
        This page is still loading. Your keys and clicks are kept, and carried out as soon as it has loaded.
      </p>
      <p className={cn(LOOK, 'bg-status-bad-ground text-status-bad [html[data-life=broken]_&]:block')}>
        This page did not load completely and cannot respond. {/* Without scripts: to the address that is open. */}
        <a href="" className="font-semibold underline">
          Load it again
        </a>
      </p>
    </div>
  );
}
