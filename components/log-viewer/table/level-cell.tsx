import { cn } from '@/components/ui/cn';
import { TONE_CLASSES } from '@/components/ui/tone';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { Level } from '@/lib/store/chunks/level';

/** `isContext`: the line stands beside a match. */
export function LevelCell({ level, isContext }: { level: Level; isContext: boolean }) {
  const { letter, tone } = LEVEL_LOOK[level];
  return (
    <span
      role="gridcell"
      data-copied-as={level}
      className={cn('text-center font-bold', !isContext && TONE_CLASSES[tone].text)}
    >
      <span aria-hidden>{letter}</span>
      <span className="sr-only">{isContext ? `${level}, beside a match` : level}</span>
    </span>
  );
}
