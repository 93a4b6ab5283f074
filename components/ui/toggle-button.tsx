import type { ComponentProps } from 'react';
import { Button, type ButtonLook } from './button';
import { cn } from './cn';

type ToggleButtonProps = Omit<ComponentProps<'button'>, 'aria-pressed'> & ButtonLook & { isOn: boolean };

/** A button that stays pressed while what it stands for is on. */
export function ToggleButton({ isOn, className, ...props }: ToggleButtonProps) {
  return <Button {...props} aria-pressed={isOn} className={cn('aria-pressed:bg-selected', className)} />;
}
