import { MarkedText } from '@/components/ui/marked-text';
import { NameText } from '@/components/ui/name-text';
import { ToneBadge } from '@/components/ui/tone-badge';
import { formatCount } from '@/lib/format/number';
import { LEVEL_LOOK } from '@/lib/reading/lines/level-look';
import { shownText } from '@/lib/store/chunks/shown-text';
import type { RunDetail } from '@/lib/runs/schema';

type FirstErrorProps = { error: NonNullable<RunDetail['firstError']>; onShowLine: (seq: number) => void };

/** Longer messages are read in the log. */
const MESSAGE_CHARACTERS = 300;

export function FirstError({ error, onShowLine }: FirstErrorProps) {
  const { seq, level, device, message } = error;
  const { tone, letter } = LEVEL_LOOK[level];
  return (
    <button
      type="button"
      onClick={() => onShowLine(seq)}
      className="flex min-w-0 items-center gap-2 rounded-md text-left text-xs hover:underline"
    >
      <ToneBadge tone={tone} letter={letter} className="shrink-0">
        First error
      </ToneBadge>
      <span className="truncate">
        {device && (
          <>
            <NameText name={device} className="font-mono font-bold" />{' '}
          </>
        )}
        <MarkedText text={shownText(message).slice(0, MESSAGE_CHARACTERS)} />
      </span>
      <span className="shrink-0 text-muted">line {formatCount(seq)}</span>
    </button>
  );
}
