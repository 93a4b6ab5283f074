'use client';

import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { cn } from './cn';
import { FIELD_CLASS } from './text-field';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  ref?: Ref<HTMLInputElement>;
  className?: string;
};

/** Enter keeps the text and leaves the field, for the keys of the page; Escape empties it, and leaves it when it is empty. */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  maxLength = 500,
  ref,
  className,
}: SearchFieldProps) {
  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    if (value === '') event.currentTarget.blur();
    else onChange('');
  }
  return (
    <div role="search" className={cn('relative min-w-0', className)}>
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2 size-4 text-faint" />
      <input
        ref={ref}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={maxLength}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={handleKeyDown}
        className={cn(FIELD_CLASS, 'px-8')}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={`Clear ${label.toLowerCase()}`}
          onClick={() => onChange('')}
          className="absolute top-1 right-1 flex size-6 items-center justify-center rounded-md text-muted hover:bg-hover"
        >
          <X aria-hidden className="size-4" />
        </button>
      )}
    </div>
  );
}
