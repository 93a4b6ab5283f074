'use client';

import { useRef } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { useDraftText } from '@/components/ui/use-draft-text';
import { useShortcut } from '@/components/ui/use-shortcut';

type CompareSearchProps = { value: string; onChange: (q: string) => void };

/** Stays mounted while another run is compared, so that the typed text is not lost. */
export function CompareSearch({ value, onChange }: CompareSearchProps) {
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useDraftText(value, onChange);
  useShortcut('search', () => field.current?.focus());
  return (
    <SearchField
      ref={field}
      label="Search devices and messages"
      placeholder="Device or message"
      value={text}
      onChange={setText}
      maxLength={200}
      className="w-full md:ml-auto md:w-72"
    />
  );
}
