'use client';

import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Dialog } from './dialog';

type FilterDrawerProps = {
  /** How many filters are set. */
  count: number;
  /** Where there is room for the filters themselves, the button is hidden. */
  className: string;
  children: ReactNode;
};

/** Filters behind a button that counts them. */
export function FilterDrawer({ count, className, children }: FilterDrawerProps) {
  const trigger = (
    <Button className={className}>
      <ListFilter aria-hidden className="size-4" />
      Filters
      {count > 0 && <span className="font-mono text-xs text-muted">{count}</span>}
    </Button>
  );
  return (
    <Dialog title="Filters" trigger={trigger} look="drawer" className="w-[min(22rem,100vw)]">
      {children}
    </Dialog>
  );
}
