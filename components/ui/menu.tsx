'use client';

import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { POPUP_CLASS } from './popup-class';

const ITEM_CLASS =
  'flex min-h-8 cursor-default items-center gap-2 rounded-md px-2 py-1 outline-none select-none data-disabled:text-faint data-highlighted:bg-hover';

type MenuProps = { trigger: ReactElement; children: ReactNode; align?: 'start' | 'end' };

export function Menu({ trigger, children, align = 'end' }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner sideOffset={4} align={align} className="z-40">
          <Base.Popup className={POPUP_CLASS}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

type MenuItemProps = { onSelect?: () => void; isDisabled?: boolean; render?: ReactElement; children: ReactNode };

/** One action. `render` makes it a link: `<MenuItem render={<a href="…" />}>`. */
export function MenuItem({ onSelect, isDisabled, render, children }: MenuItemProps) {
  return (
    <Base.Item className={ITEM_CLASS} disabled={isDisabled} onClick={onSelect} render={render}>
      {children}
    </Base.Item>
  );
}

type MenuGroupProps = { label: string; children: ReactNode };

/** Items under a heading of their own. */
export function MenuGroup({ label, children }: MenuGroupProps) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-1.5 pb-0.5 text-xs text-muted">{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  );
}

type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
};

/** A group of items of which exactly one is on. */
export function MenuChoice<Value extends string>({ label, value, options, onChange }: MenuChoiceProps<Value>) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChange} aria-label={label}>
      {options.map((option) => (
        <Base.RadioItem key={option.value} value={option.value} className={ITEM_CLASS} closeOnClick>
          {option.icon}
          <span className="grow">{option.label}</span>
          <span className="size-4">
            <Base.RadioItemIndicator>
              <Check className="size-4" aria-hidden />
            </Base.RadioItemIndicator>
          </span>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  );
}
