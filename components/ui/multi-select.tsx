'use client';

import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { nameInText } from '@/lib/format/invisible';
import { Button } from './button';
import { NameText } from './name-text';
import { Popover } from './popover';
import { TextField } from './text-field';

export type MultiSelectOption = { value: string; label: string; count?: number };

type MultiSelectProps = {
  label: string;
  options: readonly MultiSelectOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
};

/** Above this many options the list gets a search field. */
const SEARCH_FROM = 8;

/** A button that shows what is chosen and opens a list of checkboxes. A chosen value without an option stays listed. */
export function MultiSelect({ label, options, selected, onChange }: MultiSelectProps) {
  const known = new Set(options.map((option) => option.value));
  const unlisted = selected.filter((value) => !known.has(value)).map((value) => ({ value, label: value }));
  const all = [...unlisted, ...options];
  const chosen = all.filter((option) => selected.includes(option.value)).map((option) => nameInText(option.label));
  const trigger = (
    <Button size="md" className="max-w-60" aria-label={chosen.length ? `${label}: ${chosen.join(', ')}` : label}>
      <span className={chosen.length ? 'text-muted' : undefined}>{label}</span>
      {chosen.length > 0 && (
        <span className="truncate">{chosen.length > 2 ? `${chosen.length} chosen` : chosen.join(', ')}</span>
      )}
      <ChevronDown aria-hidden className="size-3.5 shrink-0 text-muted" />
    </Button>
  );
  return (
    <Popover trigger={trigger} label={label} className="w-72">
      <OptionList label={label} options={all} selected={selected} onChange={onChange} />
    </Popover>
  );
}

function OptionList({ label, options, selected, onChange }: MultiSelectProps) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const shown = options.filter((option) => option.label.toLowerCase().includes(wanted));
  const toggle = (value: string) =>
    onChange(selected.includes(value) ? selected.filter((item) => item !== value) : [...selected, value]);
  return (
    <div className="flex flex-col gap-1">
      {options.length >= SEARCH_FROM && (
        <TextField
          label={`Search ${label.toLowerCase()}`}
          isLabelHidden
          placeholder="Search"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      )}
      <ul aria-label={label} className="max-h-80 overflow-auto">
        {shown.map((option) => (
          <li key={option.value}>
            <label className="flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-hover">
              <input
                type="checkbox"
                className="size-4 shrink-0 accent-accent"
                checked={selected.includes(option.value)}
                onChange={() => toggle(option.value)}
              />
              <span className="min-w-0 grow truncate" title={nameInText(option.label)}>
                <NameText name={option.label} />
              </span>
              {option.count !== undefined && (
                <span className="font-mono text-xs text-muted">{option.count.toLocaleString('en-US')}</span>
              )}
            </label>
          </li>
        ))}
        {shown.length === 0 && <li className="px-2 py-2 text-muted">None of {options.length} matches</li>}
      </ul>
      {selected.length > 0 && (
        <Button variant="ghost" size="sm" onClick={() => onChange([])}>
          Clear {label.toLowerCase()}
        </Button>
      )}
    </div>
  );
}
