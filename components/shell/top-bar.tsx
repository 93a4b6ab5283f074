import Link from 'next/link';
import type { ReactNode } from 'react';
import { NavLinks } from './nav-links';
import { ShortcutsDialog } from './shortcuts-dialog';
import type { Theme } from './theme';
import { ThemeToggle } from './theme-toggle';

/**
 * `children` is the user menu at the right end. The bar's height is --top-bar-height, by which elements below it are
 * positioned.
 */
export function TopBar({ theme, children }: { theme: Theme; children: ReactNode }) {
  return (
    <header className="sticky top-0 z-30 flex h-(--top-bar-height) shrink-0 items-center gap-2 border-b border-line bg-surface px-4 max-md:gap-1 max-md:px-2">
      <Link href="/runs" className="mr-2 rounded-md px-1 max-md:mr-0 text-base font-semibold">
        NetRaven
      </Link>
      <NavLinks />
      <div className="ml-auto flex items-center gap-1">
        <ShortcutsDialog />
        <ThemeToggle initialTheme={theme} />
        {children}
      </div>
    </header>
  );
}
