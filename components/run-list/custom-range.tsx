'use client';

import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTimeZone } from '@/components/ui/use-time-zone';
import { fromLocalInput, toLocalInput } from '@/lib/format/local-date-time';

type CustomRangeProps = {
  from: string | undefined;
  to: string | undefined;
  onApply: (range: { from?: string; to?: string }) => void;
};

/** From and to in the viewer's own zone; either may be left open. */
export function CustomRange({ from, to, onApply }: CustomRangeProps) {
  const zone = useTimeZone();
  const [fromText, setFromText] = useState(from ? toLocalInput(from) : '');
  const [toText, setToText] = useState(to ? toLocalInput(to) : '');
  const range = { from: fromLocalInput(fromText), to: fromLocalInput(toText) };
  const isBackwards = range.from !== undefined && range.to !== undefined && range.from >= range.to;

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    if (!isBackwards) onApply(range);
  }

  return (
    <form onSubmit={handleSubmit} className="flex flex-col gap-2 p-2">
      <p className="text-xs text-muted">Times in {zone}</p>
      <TextField
        label="From"
        type="datetime-local"
        value={fromText}
        onChange={(event) => setFromText(event.currentTarget.value)}
      />
      <TextField
        label="Before"
        type="datetime-local"
        value={toText}
        onChange={(event) => setToText(event.currentTarget.value)}
        error={isBackwards ? 'Must be later than From' : undefined}
      />
      <Button type="submit" disabled={isBackwards || (!range.from && !range.to)}>
        Apply
      </Button>
    </form>
  );
}
