'use client';

import { Clock, Maximize2, Minimize2, WrapText } from 'lucide-react';
import { ChoiceMenu } from '@/components/ui/choice-menu';
import { ToggleButton } from '@/components/ui/toggle-button';
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
  return (
    <div className="flex gap-1">
      <ChoiceMenu
        label="Time"
        icon={<Clock aria-hidden className="size-4" />}
        value={prefs.timeMode}
        values={TIME_MODES}
        labels={TIME_LABELS}
        onChange={(timeMode) => changePrefs({ timeMode })}
        textClass="hidden 2xl:inline"
      />
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
