'use client';

import { Clock, WrapText } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { useShortcut } from '@/components/ui/use-shortcut';
import { TIME_MODES, type TimeMode, type ViewPrefs } from './use-view-prefs';

const TIME_LABELS: Record<TimeMode, string> = {
  absolute: 'Clock time',
  relative: 'Since the run’s start',
  delta: 'Since the line above',
};

type ViewTogglesProps = { prefs: ViewPrefs; onChange: (change: Partial<ViewPrefs>) => void };

/** How lines are shown: kept in this browser, not in the address. */
export function ViewToggles({ prefs, onChange }: ViewTogglesProps) {
  const toggleWrap = () => onChange({ isWrapped: !prefs.isWrapped });
  useShortcut('wrap', toggleWrap);
  const trigger = (
    <Button aria-label={`Time: ${TIME_LABELS[prefs.timeMode]}`}>
      <Clock aria-hidden className="size-4" />
      <span className="hidden xl:inline">{TIME_LABELS[prefs.timeMode]}</span>
    </Button>
  );
  return (
    <div className="flex gap-1">
      <Menu trigger={trigger}>
        <MenuChoice
          label="Time"
          value={prefs.timeMode}
          options={TIME_MODES.map((value) => ({ value, label: TIME_LABELS[value] }))}
          onChange={(timeMode) => onChange({ timeMode })}
        />
      </Menu>
      <Button
        aria-pressed={prefs.isWrapped}
        aria-label="Wrap long lines"
        onClick={toggleWrap}
        className="aria-pressed:bg-selected"
      >
        <WrapText aria-hidden className="size-4" />
      </Button>
    </div>
  );
}
