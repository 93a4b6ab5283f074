'use client';

import { useRef, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { SearchField } from '@/components/ui/search-field';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { LineView } from '@/lib/reading/lines/line-filter-codec';
import { pressedKey, shortcutKeys } from '@/lib/shortcuts/shortcuts';
import { SearchHelp } from './search-help';
import { SearchToggles, TOGGLE_ICONS, type SearchToggle } from './search-toggles';
import type { FindDirection } from './match-steps';
import { useSearchBox, type SearchParams } from './use-search-box';

export type LogSearchProps = {
  view: LineView;
  onSearch: (params: SearchParams) => void;
  onFindChange: (find: '1' | undefined) => void;
  onStep: (direction: FindDirection) => void;
  /** Why the search has no answer. */
  problem: string | null;
};

/** The search box and its modes; Enter goes from match to match as in an editor. */
export function LogSearch({ view, onSearch, onFindChange, onStep, problem }: LogSearchProps) {
  const box = useSearchBox(view, onSearch);
  const { isRegex, isCaseKept } = box.modes;
  const isFinding = view.find === '1';
  const field = useRef<HTMLInputElement>(null);
  useShortcut('search', () => field.current?.select());

  const toggles: SearchToggle[] = [
    {
      id: 'search-case',
      label: 'Match case',
      icon: TOGGLE_ICONS.case,
      isOn: isCaseKept,
      onToggle: () => box.changeModes({ isCaseKept: !isCaseKept }),
    },
    {
      id: 'search-regex',
      label: 'Regular expression',
      icon: TOGGLE_ICONS.regex,
      isOn: isRegex,
      onToggle: () => box.changeModes({ isRegex: !isRegex }),
    },
    {
      id: 'search-only',
      label: 'Only matches',
      icon: TOGGLE_ICONS.only,
      isOn: !isFinding,
      onToggle: () => onFindChange(isFinding ? undefined : '1'),
    },
  ];
  const handleKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const key = pressedKey({ key: event.key, code: event.code, altKey: event.altKey });
    const toggle = toggles.find(({ id }) => shortcutKeys(id).includes(key));
    if (toggle) {
      event.preventDefault();
      toggle.onToggle();
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      // The step is one in the lines that this search finds.
      flushSync(box.commitNow);
      onStep(event.shiftKey ? -1 : 1);
    }
  };
  return (
    <div className="flex min-w-48 grow basis-48 items-center">
      <SearchField
        ref={field}
        label="Search the log"
        placeholder={isRegex ? 'Search: regular expression' : 'Search: word, "phrase", *part*, /regex/'}
        value={box.text}
        onChange={box.setText}
        onKeyDown={handleKeyDown}
        tools={<SearchToggles toggles={toggles} />}
        error={box.problem ?? problem}
        className="grow"
      />
      <SearchHelp />
    </div>
  );
}
