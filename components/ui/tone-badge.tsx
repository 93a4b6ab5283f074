import type { ReactNode } from 'react';
import { cn } from './cn';
import { Shape, type ShapeName } from './shape';
import { TONE_CLASSES, type Tone } from './tone';

type ToneBadgeProps = {
  tone: Tone;
  /** A letter or a shape: what tells the state apart without colour. */
  letter?: string;
  shape?: ShapeName;
  /** Without a ground the badge is only coloured text. */
  hasGround?: boolean;
  children?: ReactNode;
  className?: string;
  title?: string;
};

export function ToneBadge({ tone, letter, shape, hasGround = true, children, className, title }: ToneBadgeProps) {
  const { text, ground } = TONE_CLASSES[tone];
  return (
    <span
      title={title}
      className={cn(
        'inline-flex items-center gap-1 rounded-sm text-xs font-medium whitespace-nowrap',
        text,
        hasGround && ['px-1.5 py-0.5', ground],
        className,
      )}
    >
      {shape && <Shape name={shape} className="size-3.5" />}
      {letter && <span className="font-mono font-bold">{letter}</span>}
      {children}
    </span>
  );
}
