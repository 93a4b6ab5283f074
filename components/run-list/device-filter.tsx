'use client';

import { useState, type FormEvent } from 'react';
import { TextField } from '@/components/ui/text-field';

/** Device names are the senders' and can be thousands, so they are typed: Enter adds one to the filter. */
export function DeviceFilter({ onAdd }: { onAdd: (device: string) => void }) {
  const [text, setText] = useState('');

  function handleSubmit(event: FormEvent) {
    event.preventDefault();
    const device = text.trim();
    if (device === '') return;
    onAdd(device);
    setText('');
  }

  return (
    <form onSubmit={handleSubmit}>
      <TextField
        label="Device (Enter adds it)"
        isLabelHidden
        placeholder="Device, Enter"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        className="w-36"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
