import type { ComponentProps } from 'react';
import { cn } from './cn';

const VARIANTS = {
  primary: 'border-accent bg-accent text-accent-fg hover:opacity-90',
  secondary: 'border-line-strong bg-surface text-fg hover:bg-hover data-popup-open:bg-hover',
  ghost: 'border-transparent text-muted hover:bg-hover hover:text-fg data-popup-open:bg-hover',
  danger: 'border-danger text-danger hover:bg-status-bad-ground',
} as const;

const SIZES = { sm: 'h-7 gap-1 px-2 text-xs', md: 'h-8 gap-1.5 px-3 text-sm' } as const;

export type ButtonLook = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES };

/** For links that look like buttons, and for base-ui triggers. */
export const buttonClass = ({ variant = 'secondary', size = 'md' }: ButtonLook = {}): string =>
  cn(
    'inline-flex shrink-0 items-center justify-center rounded-md border font-medium whitespace-nowrap select-none',
    'disabled:cursor-not-allowed disabled:opacity-60',
    VARIANTS[variant],
    SIZES[size],
  );

export function Button({ variant, size, className, ...props }: ComponentProps<'button'> & ButtonLook) {
  return <button type="button" {...props} className={cn(buttonClass({ variant, size }), className)} />;
}
