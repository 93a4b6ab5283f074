'use client';

import { useState, type ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

const PANES = { log: 'Log', devices: 'Devices' } as const;
type Pane = keyof typeof PANES;

/** Devices beside the log; in a narrow window one of them at a time. Both stay mounted, so neither loses its place. */
export function RunPanes({ devices, log }: { devices: ReactNode; log: ReactNode }) {
  const [pane, setPane] = useState<Pane>('log');
  return (
    <>
      <div role="group" aria-label="Pane" className="flex shrink-0 gap-1 border-b border-line p-1 md:hidden">
        {(['log', 'devices'] as const).map((name) => (
          <Button
            key={name}
            variant="ghost"
            aria-pressed={pane === name}
            onClick={() => setPane(name)}
            className="grow aria-pressed:bg-selected aria-pressed:text-fg"
          >
            {PANES[name]}
          </Button>
        ))}
      </div>
      <div className="flex min-h-0 grow">
        <div
          className={cn(
            'min-h-0 flex-col border-line bg-surface md:flex md:w-72 md:shrink-0 md:border-r',
            pane === 'devices' ? 'flex grow' : 'hidden',
          )}
        >
          {devices}
        </div>
        <div className={cn('min-h-0 min-w-0 grow flex-col md:flex', pane === 'log' ? 'flex' : 'hidden')}>{log}</div>
      </div>
    </>
  );
}
