'use client';

import { cn } from '@/components/ui/cn';
import { TONE_CLASSES } from '@/components/ui/tone';
import { formatCompactCount, formatCount } from '@/lib/format/number';
import { LEVELS, type Level } from '@/lib/store/chunks/level';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import type { LevelCounts } from '@/lib/runs/field-schema';
import { isLevelShown, toggleLevel } from './level-filter';

type LevelTogglesProps = {
  chosen: readonly Level[] | undefined;
  counts: LevelCounts;
  onChange: (levels: Level[] | undefined) => void;
};

/** A pressed level is shown; the counts are those of the whole run. */
export function LevelToggles({ chosen, counts, onChange }: LevelTogglesProps) {
  return (
    <div role="group" aria-label="Levels" className="flex gap-1">
      {LEVELS.map((level) => {
        const { letter, tone } = LEVEL_LOOK[level];
        const isShown = isLevelShown(chosen, level);
        return (
          <button
            key={level}
            type="button"
            aria-pressed={isShown}
            aria-label={`${level}, ${formatCount(counts[level])} lines`}
            title={`${level}: ${formatCount(counts[level])} lines`}
            onClick={() => onChange(toggleLevel(chosen, level))}
            className={cn(
              'flex h-8 items-center gap-1 rounded-md border px-2 font-mono text-xs',
              isShown
                ? ['border-line-strong', TONE_CLASSES[tone].text, TONE_CLASSES[tone].ground]
                : 'border-dashed border-line-strong text-faint line-through',
            )}
          >
            <b>{letter}</b>
            <span className="hidden sm:inline">{formatCompactCount(counts[level])}</span>
          </button>
        );
      })}
    </div>
  );
}
