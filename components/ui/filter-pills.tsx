import { X } from 'lucide-react';
import { nameInText } from '@/lib/format/invisible';
import { Button } from './button';
import { NameText } from './name-text';

type FilterPillsProps<State> = {
  /** `without` is the filter once the part is gone. */
  pills: readonly { id: string; name: string; value: string; without: State }[];
  onSet: (state: State) => void;
  onClear: () => void;
};

/** The filters in use, each with a button that removes it. */
export function FilterPills<State>({ pills, onSet, onClear }: FilterPillsProps<State>) {
  if (pills.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-1.5">
      {pills.map(({ id, name, value, without }) => (
        <li key={id} className="flex max-w-full items-center rounded-md border border-line bg-panel text-xs">
          <span className="truncate py-1 pl-2">
            <span className="text-muted">{name}:</span> <NameText name={value} />
          </span>
          <button
            type="button"
            aria-label={`Remove filter ${name}: ${nameInText(value)}`}
            className="flex size-6 shrink-0 items-center justify-center rounded-md text-muted hover:bg-hover"
            onClick={() => onSet(without)}
          >
            <X aria-hidden className="size-3.5" />
          </button>
        </li>
      ))}
      <li>
        <Button variant="ghost" size="sm" onClick={onClear}>
          Clear all
        </Button>
      </li>
    </ul>
  );
}
