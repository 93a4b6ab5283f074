import { ToneBadge } from '@/components/ui/tone-badge';
import type { Level } from '@/lib/store/chunks/level';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';

export function LevelBadge({ level }: { level: Level }) {
  const { letter, tone } = LEVEL_LOOK[level];
  return (
    <ToneBadge tone={tone} letter={letter} title={level}>
      <span className="sr-only">{level}</span>
    </ToneBadge>
  );
}
