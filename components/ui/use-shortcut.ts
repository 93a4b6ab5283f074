'use client';

import { useEffect, useEffectEvent } from 'react';
import { shortcutKeys, type ShortcutId } from '@/lib/shortcuts/shortcuts';

/** Elements that keep their keys while they have the focus: text fields, and everything that floats above the page. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"], [role="menu"], [role="listbox"]';

function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
  return !(event.target instanceof Element && event.target.closest(OWN_KEYS));
}

/** Listeners of each shortcut, the latest last. */
const waiting = new Map<ShortcutId, symbol[]>();

/**
 * Calls `onPress` for the keys that the table of shortcuts gives `id`, while the component is mounted and enabled. When
 * several listen to the same keys, the latest enabled one gets them: what was opened last is closed first.
 */
export function useShortcut(id: ShortcutId, onPress: (event: KeyboardEvent) => void, isEnabled = true): void {
  const handlePress = useEffectEvent(onPress);
  useEffect(() => {
    if (!isEnabled) return;
    const me = Symbol(id);
    waiting.set(id, [...(waiting.get(id) ?? []), me]);
    function handleKeyDown(event: KeyboardEvent) {
      if (!shortcutKeys(id).includes(event.key) || !isForShortcuts(event)) return;
      if (waiting.get(id)?.at(-1) !== me) return;
      event.preventDefault();
      handlePress(event);
    }
    window.addEventListener('keydown', handleKeyDown);
    return () => {
      window.removeEventListener('keydown', handleKeyDown);
      waiting.set(id, waiting.get(id)?.filter((each) => each !== me) ?? []);
    };
  }, [id, isEnabled]);
}
