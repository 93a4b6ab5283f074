'use client';

import { useEffect, useEffectEvent } from 'react';
import { shortcutKeys, type ShortcutId } from '@/lib/shortcuts/shortcuts';

/** Where keys belong to what has the focus: text, and everything that floats above the page. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [role="dialog"], [role="menu"], [role="listbox"]';

function isForShortcuts(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return false;
  return !(event.target instanceof Element && event.target.closest(OWN_KEYS));
}

/** Who waits for a shortcut, the latest last. */
const waiting = new Map<ShortcutId, symbol[]>();

/**
 * Calls `onPress` for the keys that the table of shortcuts gives `id`, while the component is mounted and enabled. Of several
 * that wait for the same keys the latest enabled has them, as with what was opened last and is closed first.
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
