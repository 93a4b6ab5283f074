'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from './button';
import { Menu, MenuChoice } from './menu';

type ChoiceMenuProps<Value extends string> = {
  /** What is chosen; the button's name holds it together with the choice. */
  label: string;
  icon: ReactNode;
  value: Value;
  values: readonly Value[];
  labels: Readonly<Record<Value, string>>;
  onChange: (value: Value) => void;
  /** Small: of a panel's own toolbar, with the words always there. */
  size?: 'sm' | 'md';
  className?: string;
  /** From which width of the window on the choice stands beside the icon. */
  textClass?: string;
};

/** A button of a toolbar that shows one choice of a few and opens the others. */
export function ChoiceMenu<Value extends string>(props: ChoiceMenuProps<Value>) {
  const { label, icon, value, values, labels, onChange, size = 'md', className, textClass } = props;
  const isSmall = size === 'sm';
  const trigger = (
    <Button
      size={size}
      aria-label={`${label}: ${labels[value]}`}
      title={isSmall ? label : undefined}
      className={className}
    >
      {icon}
      <span className={textClass}>{labels[value]}</span>
      {isSmall && <ChevronDown aria-hidden className="size-3 text-muted" />}
    </Button>
  );
  return (
    <Menu trigger={trigger} align={isSmall ? 'start' : 'end'}>
      <MenuChoice
        label={label}
        value={value}
        options={values.map((each) => ({ value: each, label: labels[each] }))}
        onChange={onChange}
      />
    </Menu>
  );
}
