'use client';

import { CircleQuestionMark } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { IconButton } from '@/components/ui/icon-button';
import { Kbd } from '@/components/ui/kbd';
import { useShortcut } from '@/components/ui/use-shortcut';
import { keyLabel, SHORTCUT_SCOPES, SHORTCUTS, type Shortcut, type ShortcutScope } from '@/lib/shortcuts/shortcuts';

const SCOPES = Object.entries(SHORTCUT_SCOPES) as [ShortcutScope, string][];

/** The `?` button and its dialog, filled from the same table that the keys work by. */
export function ShortcutsDialog() {
  const [isOpen, setIsOpen] = useState(false);
  useShortcut('help', () => setIsOpen(true));
  return (
    <Dialog
      title="Keyboard shortcuts"
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      className="md:w-[min(60rem,92vw)]"
      trigger={<IconButton label="Keyboard shortcuts" icon={<CircleQuestionMark aria-hidden className="size-4" />} />}
    >
      <div className="flex flex-col gap-4">
        {SCOPES.map(([scope, name]) => (
          <section key={scope} aria-label={name}>
            <h3 className="mb-1 text-xs font-semibold text-muted">{name}</h3>
            <dl className="gap-x-8 md:columns-2">
              {SHORTCUTS.filter((shortcut) => shortcut.scope === scope).map((shortcut) => (
                <ShortcutRow key={shortcut.id} shortcut={shortcut} />
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function ShortcutRow({ shortcut }: { shortcut: Shortcut }) {
  return (
    <div className="flex break-inside-avoid items-center justify-between gap-4 border-b border-line py-1.5">
      <dt>{shortcut.label}</dt>
      <dd className="flex gap-1">
        {shortcut.keys.map((key) => (
          <Kbd key={key}>{keyLabel(key)}</Kbd>
        ))}
      </dd>
    </div>
  );
}
