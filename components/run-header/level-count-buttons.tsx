import { cn } from '@/components/ui/cn';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatCount } from '@/lib/format/number';
import { LEVELS, type Level } from '@/lib/store/chunks/level';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { LevelCounts } from '@/lib/runs/field-schema';

type LevelCountButtonsProps = {
  counts: LevelCounts;
  chosen: readonly Level[] | undefined;
  onChoose: (level: Level | null) => void;
};

/** Lines per level, worst first; a click shows only that level, a second click shows all. */
export function LevelCountButtons({ counts, chosen, onChoose }: LevelCountButtonsProps) {
  const isOnly = (level: Level) => chosen?.length === 1 && chosen[0] === level;
  return (
    <div
      role="group"
      aria-label="Lines per level"
      className="flex flex-wrap gap-x-2 gap-y-1 font-mono text-xs max-sm:-ml-1"
    >
      {[...LEVELS]
        .reverse()
        .filter((level) => counts[level] > 0)
        .map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={isOnly(level)}
            title={`Only ${level}`}
            onClick={() => onChoose(isOnly(level) ? null : level)}
            className={cn(
              'rounded-sm px-1 hover:underline aria-pressed:outline max-sm:min-h-6',
              TONE_CLASSES[LEVEL_LOOK[level].tone].text,
            )}
          >
            <b aria-hidden>{LEVEL_LOOK[level].letter}</b>
            <span className="sr-only">{level}</span> {formatCount(counts[level])}
          </button>
        ))}
    </div>
  );
}
