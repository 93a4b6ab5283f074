import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleQuestionMark,
  CircleX,
  Clock,
  Diff,
  Equal,
  LoaderCircle,
  SkipForward,
  Unplug,
} from 'lucide-react';
import { cn } from './cn';

const SHAPES = {
  alert: CircleAlert,
  ban: Ban,
  check: CircleCheck,
  clock: Clock,
  cross: CircleX,
  dashed: CircleDashed,
  delta: Diff,
  equal: Equal,
  question: CircleQuestionMark,
  skip: SkipForward,
  spinner: LoaderCircle,
  unplugged: Unplug,
} as const;

export type ShapeName = keyof typeof SHAPES;

/** The shape beside a state's colour and word, so that colour is never its only sign. */
export function Shape({ name, className }: { name: ShapeName; className?: string }) {
  const Icon = SHAPES[name];
  return <Icon aria-hidden className={cn('size-4 shrink-0', name === 'spinner' && 'animate-spin', className)} />;
}
