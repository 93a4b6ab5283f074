'use client';

import { Popover as Base } from '@base-ui/react/popover';
import type { ReactElement, ReactNode } from 'react';
import { cn } from './cn';
import { POPUP_CLASS } from './popup-class';

type PopoverProps = {
  /** A button; it gets the popover's aria attributes and the focus back on closing. */
  trigger: ReactElement;
  /** Name of the popup for screen readers. */
  label: string;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  className?: string;
  open?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

export function Popover({ trigger, label, children, align = 'start', className, open, onOpenChange }: PopoverProps) {
  return (
    <Base.Root open={open} onOpenChange={onOpenChange}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-40">
          <Base.Popup aria-label={label} className={cn(POPUP_CLASS, className)}>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
