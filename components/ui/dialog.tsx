'use client';

import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { buttonClass } from './button';
import { cn } from './cn';

type DialogProps = {
  title: string;
  children: ReactNode;
  trigger?: ReactElement;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** `drawer` stands at the right edge in full height. */
  look?: 'centre' | 'drawer';
  className?: string;
};

const LOOKS = {
  centre: 'top-1/2 left-1/2 max-h-[85dvh] w-[min(40rem,calc(100vw-2rem))] -translate-1/2 rounded-lg',
  drawer: 'inset-y-0 right-0 w-[min(32rem,100vw)] border-y-0 border-r-0',
} as const;

export function Dialog({ title, children, trigger, isOpen, onOpenChange, look = 'centre', className }: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-[rgb(8_12_16/0.55)]" />
        <Base.Popup
          className={cn(
            'fixed z-50 flex flex-col border border-line-strong bg-surface text-sm text-fg shadow-lg outline-none',
            LOOKS[look],
            className,
          )}
        >
          <header className="flex items-center gap-2 border-b border-line py-2 pr-2 pl-4">
            <Base.Title className="grow text-base font-semibold">{title}</Base.Title>
            <Base.Close aria-label="Close" className={cn(buttonClass({ variant: 'ghost' }), 'w-8 px-0')}>
              <X className="size-4" aria-hidden />
            </Base.Close>
          </header>
          <div className="min-h-0 grow overflow-auto p-4">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
