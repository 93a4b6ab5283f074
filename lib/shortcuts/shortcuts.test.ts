import { describe, expect, it } from 'vitest';
import {
  keyLabel,
  pressedKey,
  SHORTCUT_SCOPES,
  shortcutHint,
  shortcutKeys,
  SHORTCUTS,
  shortcutTitle,
  type ShortcutScope,
} from './shortcuts';

describe('the table of shortcuts', () => {
  it.each(Object.keys(SHORTCUT_SCOPES).filter((scope) => scope !== 'everywhere') as ShortcutScope[])(
    'uses no key twice where both work: %s',
    (scope) => {
      const keys = SHORTCUTS.filter((shortcut) => shortcut.scope === scope || shortcut.scope === 'everywhere').flatMap(
        (shortcut): readonly string[] => shortcut.keys,
      );
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    },
  );

  it('uses no id twice and leaves no shortcut without key and label', () => {
    expect(new Set(SHORTCUTS.map(({ id }) => id)).size).toBe(SHORTCUTS.length);
    expect(SHORTCUTS.filter(({ keys, label }) => String(keys) === '' || label.trim().length === 0)).toEqual([]);
  });

  it('knows a key with Alt by its position on the keyboard', () => {
    expect(pressedKey({ key: '®', code: 'KeyR', altKey: true })).toBe('Alt+r');
    expect(pressedKey({ key: 'R', code: 'KeyR', altKey: false })).toBe('R');
    expect(pressedKey({ key: 'Enter', code: 'Enter', altKey: true })).toBe('Alt+Enter');
  });

  it('writes keys as they are pressed', () => {
    expect(['n', 'N', 'Alt+r', 'Escape', '?'].map(keyLabel)).toEqual(['n', 'Shift N', 'Alt R', 'Esc', '?']);
  });

  it('finds the keys of an id, and the texts of both for a control', () => {
    expect(shortcutKeys('toggle-level')).toEqual(['1', '2', '3', '4', '5']);
    expect(shortcutHint('toggle-level')).toBe('1 2 3 4 5');
    expect(shortcutTitle('older-run')).toBe('Previous run of the job  [');
  });
});
