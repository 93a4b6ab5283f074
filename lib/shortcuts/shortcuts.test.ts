import { describe, expect, it } from 'vitest';
import { SHORTCUT_SCOPES, SHORTCUTS, shortcutKeys, type ShortcutScope } from './shortcuts';

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

  it('finds the keys of an id', () => {
    expect(shortcutKeys('toggle-level')).toEqual(['1', '2', '3', '4', '5']);
  });
});
