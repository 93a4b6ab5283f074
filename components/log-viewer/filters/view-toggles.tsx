'use client';

import { Clock, Maximize2, Minimize2, WrapText } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { ToggleButton } from '@/components/ui/toggle-button';
import { Menu, MenuChoice } from '@/components/ui/menu';
import { TIME_MODES, type TimeMode, type ViewPrefs } from '../list/use-view-prefs';

const TIME_LABELS: Record<TimeMode, string> = {
  absolute: 'Clock time',
  relative: 'Since the run’s start',
  delta: 'Since the line above',
};

export type ViewTogglesProps = {
  prefs: ViewPrefs;
  changePrefs: (change: Partial<ViewPrefs>) => void;
  isFullScreen: boolean;
  onFullScreen: () => void;
};

/** How lines are shown: kept in this browser, not in the address. */
export function ViewToggles({ prefs, changePrefs, isFullScreen, onFullScreen }: ViewTogglesProps) {
  const FullScreenIcon = isFullScreen ? Minimize2 : Maximize2;
  const trigger = (
    <Button aria-label={`Time: ${TIME_LABELS[prefs.timeMode]}`}>
      <Clock aria-hidden className="size-4" />
      <span className="hidden 2xl:inline">{TIME_LABELS[prefs.timeMode]}</span>
    </Button>
  );
  return (
    <div className="flex gap-1">
      <Menu trigger={trigger}>
        <MenuChoice
          label="Time"
          value={prefs.timeMode}
          options={TIME_MODES.map((value) => ({ value, label: TIME_LABELS[value] }))}
          onChange={(timeMode) => changePrefs({ timeMode })}
        />
      </Menu>
      <ToggleButton
        isOn={prefs.isWrapped}
        aria-label="Wrap long lines"
        onClick={() => changePrefs({ isWrapped: !prefs.isWrapped })}
      >
        <WrapText aria-hidden className="size-4" />
      </ToggleButton>
      <ToggleButton isOn={isFullScreen} aria-label="Full screen of the log" onClick={onFullScreen}>
        <FullScreenIcon aria-hidden className="size-4" />
      </ToggleButton>
    </div>
  );
}
