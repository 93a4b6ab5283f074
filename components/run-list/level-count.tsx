import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCompactCount, formatQuantity } from '@/lib/format/number';
import type { Level } from '@/lib/store/chunks/level';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';

/** `E 31`; a dash for none, so that only rows with errors catch the eye. */
export function LevelCount({ level, count, noun }: { level: Level; count: number; noun: string }) {
  const exact = formatQuantity(count, noun);
  if (count === 0) {
    return (
      <span className="text-faint @max-4xl:sr-only">
        <span aria-hidden>–</span>
        <span className="sr-only">{exact}</span>
      </span>
    );
  }
  const { letter, tone } = LEVEL_LOOK[level];
  return (
    <ToneBadge tone={tone} title={exact} className="font-mono">
      <span aria-hidden>
        <b>{letter}</b> {formatCompactCount(count)}
      </span>
      <span className="sr-only">{exact}</span>
    </ToneBadge>
  );
}
