'use client';

import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useViewForm } from './use-view-form';
import type { ViewAction } from './view-actions';

type ViewNameFormProps = {
  action: ViewAction;
  /** Values that the action needs beside the name. */
  fields: Readonly<Record<string, string>>;
  initialName?: string;
  submitLabel: string;
  onDone: () => void;
};

/** The form that names a new view or renames an existing one. */
export function ViewNameForm({ action, fields, initialName = '', submitLabel, onDone }: ViewNameFormProps) {
  const { error, submit, isPending } = useViewForm(action, onDone);
  return (
    <form action={submit} className="flex flex-col gap-2 p-2" aria-busy={isPending}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextField
        label="Name of the view"
        name="name"
        required
        autoFocus
        autoComplete="off"
        maxLength={40}
        defaultValue={initialName}
        error={error ?? undefined}
      />
      <Button type="submit" variant="primary" disabled={isPending}>
        {submitLabel}
      </Button>
    </form>
  );
}
