'use client';

import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { ToggleButton } from '@/components/ui/toggle-button';
import { cn } from '@/components/ui/cn';
import { Splitter } from '@/components/ui/splitter';
import { useShortcut } from '@/components/ui/use-shortcut';
import { runDetailOptions } from '@/lib/runs/query-options';
import { isOpen } from '@/lib/runs/status';
import { PERCENT_RANGE, usePanePrefs } from './use-pane-prefs';

const PANES = { log: 'Log', map: 'Map' } as const;
type Pane = keyof typeof PANES;

const MAP_ID = 'run-map';
const SPLITTER_LABELS = {
  divider: 'Height of devices and timeline',
  show: 'Show devices and timeline',
  hide: 'Hide devices and timeline',
};

type RunPanesProps = { runId: string; map: ReactNode; log: ReactNode };

/**
 * Devices and timeline above the log, in an ended run never taller than their rows; a narrow window shows one of both.
 * Both stay mounted, so neither loses its scroll position.
 */
export function RunPanes({ runId, map, log }: RunPanesProps) {
  const { data: run } = useQuery(runDetailOptions(runId));
  // New devices, or the end of the run, must not push down the line that is being read.
  const [isFixed] = useState(run !== undefined && isOpen(run.status));
  const [pane, setPane] = useState<Pane>('log');
  const { prefs, changePrefs } = usePanePrefs();
  const { mapPercent, isMapHidden } = prefs;
  const container = useRef<HTMLDivElement>(null);
  const toggle = () => changePrefs({ isMapHidden: !isMapHidden });
  useShortcut('map', () => {
    toggle();
    setPane(pane === 'map' ? 'log' : 'map');
  });
  return (
    <>
      <div role="group" aria-label="Pane" className="flex shrink-0 gap-1 border-b border-line p-1 md:hidden">
        {(['log', 'map'] as const).map((name) => (
          <ToggleButton
            key={name}
            variant="ghost"
            isOn={pane === name}
            onClick={() => setPane(name)}
            className="grow aria-pressed:text-fg"
          >
            {PANES[name]}
          </ToggleButton>
        ))}
      </div>
      <div ref={container} className="flex min-h-0 grow flex-col">
        <div
          id={MAP_ID}
          style={isFixed ? { height: `${mapPercent}%` } : { maxHeight: `${mapPercent}%` }}
          className={cn(
            'min-h-0 flex-col max-md:h-auto! max-md:max-h-none! max-md:grow md:shrink-0',
            pane === 'map' ? 'flex' : 'max-md:hidden',
            isMapHidden ? 'md:hidden' : 'md:flex',
          )}
        >
          {map}
        </div>
        <Splitter
          labels={SPLITTER_LABELS}
          controls={MAP_ID}
          percent={mapPercent}
          range={PERCENT_RANGE}
          isCollapsed={isMapHidden}
          onChange={(percent) => changePrefs({ mapPercent: percent, isMapHidden: false })}
          onToggle={toggle}
          containerRef={container}
          className="max-md:hidden"
        />
        <div className={cn('min-h-0 min-w-0 grow flex-col md:flex', pane === 'log' ? 'flex' : 'hidden')}>{log}</div>
      </div>
    </>
  );
}
