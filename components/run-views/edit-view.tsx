'use client';

import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Popover } from '@/components/ui/popover';
import type { SavedView } from '@/lib/runs/views/schema';
import { useViewForm } from './use-view-form';
import type { ViewActions } from './view-actions';
import { ViewNameForm } from './view-name-form';

/** Renames or deletes the view that is shown. */
export function EditView({ view, actions }: { view: SavedView; actions: ViewActions }) {
  const [isOpen, setIsOpen] = useState(false);
  const handleDone = () => setIsOpen(false);
  const { error, submit, isPending } = useViewForm(actions.remove, handleDone);
  const trigger = (
    <Button variant="ghost" size="sm" aria-label={`Rename or delete the view ${view.name}`}>
      <Ellipsis aria-hidden className="size-3.5" />
    </Button>
  );
  return (
    <Popover trigger={trigger} label={`View ${view.name}`} className="w-64" open={isOpen} onOpenChange={setIsOpen}>
      <ViewNameForm
        action={actions.rename}
        fields={{ viewId: view.viewId }}
        initialName={view.name}
        submitLabel="Rename"
        onDone={handleDone}
      />
      <form action={submit} className="border-t border-line p-2" aria-busy={isPending}>
        <input type="hidden" name="viewId" value={view.viewId} />
        <Button type="submit" variant="danger" className="w-full" disabled={isPending}>
          Delete the view
        </Button>
        <p role="alert" className="text-xs text-danger">
          {error}
        </p>
      </form>
    </Popover>
  );
}
