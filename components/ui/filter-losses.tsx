import { nameInText } from '@/lib/format/invisible';
import { formatQuantity } from '@/lib/format/number';
import { Button } from './button';
import { NameText } from './name-text';

export type FilterLoss = {
  id: string;
  name: string;
  value: string;
  /** What the other filters leave; undefined while it is counted, null when it could not be counted. */
  count: number | undefined | null;
  onRemove: () => void;
};

type FilterLossesProps = { losses: readonly FilterLoss[]; noun: string };

/** Which filter hides how much of a list that came out empty, each with its way out. */
export function FilterLosses({ losses, noun }: FilterLossesProps) {
  if (losses.length === 0) return null;
  return (
    <ul
      aria-label="What each filter hides"
      className="mx-auto flex w-fit max-w-full flex-col gap-1 py-1 text-left text-sm"
    >
      {losses.map(({ id, name, value, count, onRemove }) => (
        <li key={id} className="flex min-w-0 items-center gap-2">
          <Button
            size="sm"
            aria-label={`Remove ${name}: ${nameInText(value)}, ${countText(count, noun)}`}
            onClick={onRemove}
            className="min-w-0"
          >
            <span className="min-w-0 truncate">
              <span className="text-muted">Without {name}:</span> <NameText name={value} />
            </span>
          </Button>
          <span className={count ? 'shrink-0 font-mono text-fg' : 'shrink-0 font-mono text-faint'}>
            {countText(count, noun)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function countText(count: FilterLoss['count'], noun: string): string {
  if (count === undefined) return '…';
  if (count === null) return 'not counted';
  return count === 0 ? `still no ${noun}` : formatQuantity(count, noun);
}
