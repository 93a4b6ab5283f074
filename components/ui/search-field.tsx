'use client';

import { Search, X } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { cn } from './cn';

type SearchFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  maxLength?: number;
  ref?: Ref<HTMLInputElement>;
  className?: string;
  /** Handles keys first; a key for which it calls `preventDefault` is not handled further. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  /** Buttons inside of the field, at its end. */
  tools?: ReactNode;
  /** Error shown below the field, over what is there; marks the field invalid. */
  error?: string | null;
};

/**
 * Enter leaves the field and keeps its text, so that the page's keys work; Escape empties the field, and leaves it when
 * it is empty.
 */
export function SearchField({
  label,
  value,
  onChange,
  placeholder,
  maxLength = 500,
  ref,
  className,
  onKeyDown,
  tools,
  error = null,
}: SearchFieldProps) {
  const errorId = useId();
  function handleKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    onKeyDown?.(event);
    if (event.defaultPrevented) return;
    if (event.key === 'Enter') event.currentTarget.blur();
    if (event.key !== 'Escape') return;
    if (value === '') event.currentTarget.blur();
    else onChange('');
  }
  return (
    <div
      role="search"
      aria-label={label}
      className={cn(
        'relative flex h-8 min-w-0 items-center rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent',
        error && 'border-danger',
        className,
      )}
    >
      <Search aria-hidden className="pointer-events-none ml-2 size-4 shrink-0 text-faint" />
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
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        className="h-full w-0 min-w-0 grow bg-transparent px-2 text-sm text-fg outline-none placeholder:text-faint"
      />
      {value !== '' && <ClearButton label={label} onClear={() => onChange('')} />}
      {tools}
      {error && <FieldError id={errorId} text={error} />}
    </div>
  );
}

const ClearButton = ({ label, onClear }: { label: string; onClear: () => void }) => (
  <button
    type="button"
    aria-label={`Clear ${label.toLowerCase()}`}
    onClick={onClear}
    className="mr-0.5 flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover"
  >
    <X aria-hidden className="size-4" />
  </button>
);

/** Below the field, over what is there, so that nothing moves while somebody types. */
const FieldError = ({ id, text }: { id: string; text: string }) => (
  <p
    id={id}
    role="alert"
    className="absolute top-full -left-px z-10 mt-1 max-w-[min(32rem,90vw)] rounded-md border border-danger bg-surface px-2 py-1 text-xs text-danger shadow-lg"
  >
    {text}
  </p>
);
