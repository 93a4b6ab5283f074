import type { ComponentProps, ReactNode } from 'react';
import { Button, type ButtonLook } from './button';
import { cn } from './cn';
import { Tooltip } from './tooltip';

type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> &
  ButtonLook & { label: string; icon: ReactNode };

/** A button that shows only an icon: `label` is its name for screen readers and its tooltip. */
export function IconButton({ label, icon, variant = 'ghost', size = 'md', className, ...props }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        {...props}
        aria-label={label}
        variant={variant}
        size={size}
        className={cn('px-0', size === 'sm' ? 'w-7' : 'w-8', className)}
      >
        {icon}
      </Button>
    </Tooltip>
  );
}
