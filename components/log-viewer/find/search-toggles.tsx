'use client';

import { ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tooltip } from '@/components/ui/tooltip';
import { shortcutHint, type ShortcutId } from '@/lib/shortcuts/shortcuts';

export type SearchToggle = { id: ShortcutId; label: string; icon: ReactNode; isOn: boolean; onToggle: () => void };

export const TOGGLE_ICONS = {
  regex: <span aria-hidden>.*</span>,
  case: <span aria-hidden>Aa</span>,
  only: <ListFilter aria-hidden className="size-3.5" />,
} as const;

/** Toggles of the search modes inside the box; each has a key that works there. */
export function SearchToggles({ toggles }: { toggles: readonly SearchToggle[] }) {
  return (
    <div role="group" aria-label="Search modes" className="mr-0.5 flex shrink-0 gap-0.5">
      {toggles.map(({ id, label, icon, isOn, onToggle }) => (
        <Tooltip key={id} text={`${label} (${shortcutHint(id)})`}>
          <button
            type="button"
            aria-label={label}
            aria-pressed={isOn}
            onClick={onToggle}
            className="flex size-6 items-center justify-center rounded-md border border-transparent font-mono text-xs text-muted hover:bg-hover aria-pressed:border-accent aria-pressed:bg-selected aria-pressed:text-fg"
          >
            {icon}
          </button>
        </Tooltip>
      ))}
    </div>
  );
}
