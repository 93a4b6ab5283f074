/** Where a shortcut works: on every page, in the job list, on a run's page, where runs are compared. */
export const SHORTCUT_SCOPES = {
  everywhere: 'Everywhere',
  runs: 'Runs',
  run: 'Run',
  compare: 'Compare',
} as const;
export type ShortcutScope = keyof typeof SHORTCUT_SCOPES;

export type Shortcut = {
  id: string;
  /** Values of KeyboardEvent.key, so a capital letter means with Shift; `Alt+r` as `pressedKey` writes it. */
  keys: readonly string[];
  label: string;
  scope: ShortcutScope;
};

/** The one table of shortcuts: it drives what keys do and what the help dialog says. */
export const SHORTCUTS = [
  { id: 'help', keys: ['?'], label: 'Show the keyboard shortcuts', scope: 'everywhere' },
  { id: 'search', keys: ['/'], label: 'Search', scope: 'everywhere' },
  { id: 'next-run-row', keys: ['j'], label: 'Next run; Enter opens it', scope: 'runs' },
  { id: 'previous-run-row', keys: ['k'], label: 'Previous run', scope: 'runs' },
  { id: 'next-line', keys: ['j'], label: 'Next line', scope: 'run' },
  { id: 'previous-line', keys: ['k'], label: 'Previous line', scope: 'run' },
  { id: 'next-error', keys: ['f'], label: 'Next error', scope: 'run' },
  { id: 'previous-error', keys: ['F'], label: 'Previous error', scope: 'run' },
  { id: 'first-error', keys: ['g'], label: 'First error', scope: 'run' },
  { id: 'next-match', keys: ['n'], label: 'Next match; Enter in the search box', scope: 'run' },
  { id: 'previous-match', keys: ['N'], label: 'Previous match; Shift Enter in the search box', scope: 'run' },
  { id: 'search-regex', keys: ['Alt+r'], label: 'In the search box: regular expression', scope: 'run' },
  { id: 'search-case', keys: ['Alt+c'], label: 'In the search box: match case', scope: 'run' },
  { id: 'search-only', keys: ['Alt+m'], label: 'In the search box: only matches', scope: 'run' },
  { id: 'live', keys: ['l'], label: 'Follow the newest lines', scope: 'run' },
  {
    id: 'toggle-level',
    keys: ['1', '2', '3', '4', '5'],
    label: 'Show or hide a level, DEBUG to CRITICAL',
    scope: 'run',
  },
  { id: 'around', keys: ['e'], label: 'Errors with the lines around them', scope: 'run' },
  { id: 'fold', keys: ['r'], label: 'Fold repeated lines', scope: 'run' },
  { id: 'patterns', keys: ['p'], label: 'What the lines say: patterns', scope: 'run' },
  { id: 'extend-down', keys: ['J'], label: 'Select lines, downwards', scope: 'run' },
  { id: 'extend-up', keys: ['K'], label: 'Select lines, upwards', scope: 'run' },
  { id: 'copy-text', keys: ['y'], label: 'Copy the selected lines as text', scope: 'run' },
  { id: 'copy-json', keys: ['Y'], label: 'Copy the selected lines as JSON', scope: 'run' },
  { id: 'copy-ticket', keys: ['t'], label: 'Copy the selected lines as a Markdown ticket', scope: 'run' },
  { id: 'wrap', keys: ['w'], label: 'Wrap long lines', scope: 'run' },
  { id: 'full-screen', keys: ['.'], label: 'Full screen of the log, and back', scope: 'run' },
  {
    id: 'close-line',
    keys: ['Escape'],
    label: 'Close the open line, then the selected lines, then full screen, then show all devices, phases and times',
    scope: 'run',
  },
  { id: 'copy-link', keys: ['c'], label: 'Copy a link to the line', scope: 'run' },
  { id: 'map', keys: ['m'], label: 'Show or hide devices and timeline', scope: 'run' },
  { id: 'zoom-in', keys: ['+'], label: 'Zoom the timeline in', scope: 'run' },
  { id: 'zoom-out', keys: ['-'], label: 'Zoom the timeline out', scope: 'run' },
  { id: 'older-run', keys: ['['], label: 'Previous run of the job', scope: 'run' },
  { id: 'newer-run', keys: [']'], label: 'Next run of the job', scope: 'run' },
  { id: 'compare', keys: ['d'], label: 'Compare with the last good run', scope: 'run' },
  { id: 'leave-compare', keys: ['Escape'], label: 'Back to the run', scope: 'compare' },
] as const satisfies readonly Shortcut[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

const SHORTCUT_BY_ID = new Map<ShortcutId, Shortcut>(SHORTCUTS.map((shortcut) => [shortcut.id, shortcut]));

export const shortcutKeys = (id: ShortcutId): readonly string[] => SHORTCUT_BY_ID.get(id)?.keys ?? [];

/** The keys as they stand on screen: `Shift N`, `Esc`. */
export const shortcutHint = (id: ShortcutId): string => shortcutKeys(id).map(keyLabel).join(' ');

/** The tooltip of a control with a shortcut: `Previous run of the job  [`. */
export const shortcutTitle = (id: ShortcutId): string => `${SHORTCUT_BY_ID.get(id)?.label ?? ''}  ${shortcutHint(id)}`;

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey'>;

/** With Alt the physical key counts, since some systems make another character of it, such as `®` of R. */
export function pressedKey({ key, code, altKey }: KeyPress): string {
  if (!altKey) return key;
  return `Alt+${code.startsWith('Key') ? code.slice('Key'.length).toLowerCase() : key}`;
}

/** How a key is written for people: `Shift N`, `Alt R`, `Esc`. */
export function keyLabel(key: string): string {
  if (key === 'Escape') return 'Esc';
  if (key.startsWith('Alt+')) return `Alt ${key.slice('Alt+'.length).toUpperCase()}`;
  return /^[A-Z]$/.test(key) ? `Shift ${key}` : key;
}
