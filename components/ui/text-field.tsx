import { useId, type ComponentProps } from 'react';
import { cn } from './cn';

type TextFieldProps = ComponentProps<'input'> & {
  label: string;
  /** Keeps the label for screen readers only. */
  isLabelHidden?: boolean;
  /** Error shown below the field and tied to it; marks the field invalid. */
  error?: string;
};

export const FIELD_CLASS =
  'h-8 w-full min-w-0 rounded-md border border-line-strong bg-surface px-2 text-sm text-fg placeholder:text-faint';

export function TextField({ label, isLabelHidden = false, error, className, id, ...props }: TextFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <div className={cn('flex min-w-0 flex-col gap-1', className)}>
      <label htmlFor={fieldId} className={isLabelHidden ? 'sr-only' : 'text-xs font-medium text-muted'}>
        {label}
      </label>
      <input
        {...props}
        id={fieldId}
        className={FIELD_CLASS}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${fieldId}-error` : undefined}
      />
      {error && (
        <p id={`${fieldId}-error`} className="text-xs text-danger">
          {error}
        </p>
      )}
    </div>
  );
}
