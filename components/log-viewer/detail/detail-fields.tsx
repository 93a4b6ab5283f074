'use client';

import { useState } from 'react';
import { NameText } from '@/components/ui/name-text';
import { TextField } from '@/components/ui/text-field';
import { useTimeZone } from '@/components/ui/use-time-zone';
import type { Line } from '@/lib/store/chunks/line';
import { detailRows, filterRows } from './detail-rows';
import { LineMessage } from '../message/line-message';

/** The search field appears above this many rows. */
const SEARCH_FROM = 8;

/** The longest value that is stored: 256 KiB. */
const VALUE_CHARACTERS = 262_144;

export function DetailFields({ line, highlighter }: { line: Line; highlighter: RegExp | null }) {
  const [search, setSearch] = useState('');
  const rows = detailRows(line, useTimeZone());
  const shown = filterRows(rows, search);
  return (
    <section aria-label="Fields" className="flex flex-col gap-2">
      {rows.length >= SEARCH_FROM && (
        <TextField
          label="Search fields"
          isLabelHidden
          placeholder="Search fields by name or value"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <dl className="grid grid-cols-[minmax(5rem,auto)_minmax(0,1fr)] font-mono text-xs">
        {shown.map(({ name, value, isSearched }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid gap-x-3 border-b border-line py-1">
            <dt className="max-w-48 break-words text-muted">
              <NameText name={name} />
            </dt>
            <dd className="break-words whitespace-pre-wrap">
              <LineMessage
                message={value}
                highlighter={isSearched ? highlighter : null}
                maxCharacters={VALUE_CHARACTERS}
              />
            </dd>
          </div>
        ))}
      </dl>
      {shown.length === 0 && <p className="text-muted">None of {rows.length} fields matches</p>}
    </section>
  );
}
