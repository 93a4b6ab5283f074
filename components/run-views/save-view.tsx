'use client';

import { BookmarkPlus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { ViewAction } from './view-actions';
import { ViewNameForm } from './view-name-form';

/** Saves the present filter under a name. */
export function SaveView({ query, create }: { query: string; create: ViewAction }) {
  const [isOpen, setIsOpen] = useState(false);
  const trigger = (
    <Button variant="ghost" size="sm">
      <BookmarkPlus aria-hidden className="size-3.5" />
      Save view
    </Button>
  );
  return (
    <Popover trigger={trigger} label="Save view" className="w-64" open={isOpen} onOpenChange={setIsOpen}>
      <ViewNameForm action={create} fields={{ query }} submitLabel="Save" onDone={() => setIsOpen(false)} />
    </Popover>
  );
}
