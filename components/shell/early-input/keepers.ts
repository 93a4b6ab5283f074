import type { KeptInput, PressedElement, LivingPart } from './early-input';

/** Target and surroundings of an event; `isField` where text is written, `isFree` where nothing has the focus. */
export type EventSpot = {
  part: LivingPart;
  target: HTMLElement;
  pressed: PressedElement;
  isField: boolean;
  isFree: boolean;
  kept: readonly KeptInput[];
};

// These functions run as text in the document's head: each may name only its parameters and what every browser has.

/** Text goes into its field and arrows scroll by themselves outside of lists and grids; a space scrolls unless it belongs to text after a kept `/`. */
export function keepKey(
  event: KeyboardEvent,
  { part, pressed, isField, isFree, kept }: EventSpot,
): KeptInput | undefined {
  const { key, code, altKey, shiftKey, repeat } = event;
  if (event.isComposing || event.ctrlKey || event.metaKey || /^(Tab|Shift|Control|Alt|AltGraph|Meta)/.test(key)) return;
  const isText = key.length === 1 && !altKey;
  if (isField && isText) return;
  if (isFree && !isText && !/^(Enter|Escape|Backspace)$/.test(key)) return;
  if (isFree && key === ' ' && kept.length === 0) return;
  const isOfWidget = pressed.element.closest('[role="list"], [role="grid"], [role="separator"]') !== null;
  // Some browsers search the page at a `/` that nobody took; a list or a grid scrolls itself when its arrows are carried out.
  if (isText ? isFree || key !== ' ' : isOfWidget && /^(Arrow|Page|Home|End)/.test(key)) event.preventDefault();
  return { kind: 'key', part, pressed: isFree ? null : pressed, init: { key, code, altKey, shiftKey, repeat } };
}

/** The browser handles links, folds and fields; a submit button is kept by the form's own event. */
export function keepClick(event: MouseEvent, { part, target, pressed, isField }: EventSpot): KeptInput | undefined {
  const isTick = target.matches('input:is([type="checkbox"], [type="radio"])');
  if (event.button !== 0 || (!isTick && (isField || target.closest('a[href], summary, label')))) return;
  const button = target.closest('button');
  if (button?.type === 'submit' && button.form) return;
  event.preventDefault();
  const { clientX, clientY, shiftKey, ctrlKey, metaKey, altKey } = event;
  return { kind: 'click', part, pressed, init: { clientX, clientY, shiftKey, ctrlKey, metaKey, altKey } };
}

/** One entry for each field, which follows its text. */
export function keepEdit(_event: Event, { part, target, pressed, isField, kept }: EventSpot): KeptInput | undefined {
  if (!isField || !('value' in target)) return;
  const value = String(target.value);
  const known = kept.find((input) => input.kind === 'edit' && input.pressed.element === target);
  if (known?.kind !== 'edit') return { kind: 'edit', part, pressed, value };
  known.value = value;
}

/** React itself keeps the forms whose action is a function, and writes a script for their address meanwhile. */
export function keepSubmit(event: SubmitEvent, { part, target, pressed }: EventSpot): KeptInput | undefined {
  if (target.getAttribute('action')?.startsWith('javascript:')) return;
  event.preventDefault();
  return { kind: 'submit', part, pressed, submitter: event.submitter };
}
