'use client';

import { useRef } from 'react';
import { SearchField } from '@/components/ui/search-field';
import { useDraftText } from '@/components/ui/use-draft-text';
import { useShortcut } from '@/components/ui/use-shortcut';
import { SearchHelp } from './search-help';

type LogSearchProps = { query: string; onChange: (query: string) => void };

export function LogSearch({ query, onChange }: LogSearchProps) {
  const [text, setText] = useDraftText(query, onChange);
  const field = useRef<HTMLInputElement>(null);
  useShortcut('search', () => field.current?.select());
  return (
    <div className="flex min-w-48 grow basis-48 items-center">
      <SearchField
        ref={field}
        label="Search the log"
        placeholder='Search: word, "phrase", *part*, /regex/'
        value={text}
        onChange={setText}
        className="grow"
      />
      <SearchHelp />
    </div>
  );
}
