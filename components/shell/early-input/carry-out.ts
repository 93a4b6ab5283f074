import type { KeptInput, PressedElement } from './early-input';

/** Does what a person did before the page listened, as if it were done now. */
export function carryOut(input: KeptInput): void {
  const element = input.pressed && findStanding(input.pressed);
  switch (input.kind) {
    case 'key':
      return press(element ?? focused(), input.init, input.pressed === null);
    case 'click':
      element?.dispatchEvent(
        new MouseEvent('click', { ...input.init, bubbles: true, cancelable: true, composed: true }),
      );
      return;
    case 'edit':
      if (element) edit(element, input.value);
      return;
    case 'submit':
      if (element instanceof HTMLFormElement) element.requestSubmit(input.submitter);
      return;
    default:
      input satisfies never;
  }
}

/** The element itself, or the one of its kind and name that now stands there. */
function findStanding({ element, name }: PressedElement): HTMLElement | null {
  if (element.isConnected) return element;
  const alike = [...document.querySelectorAll<HTMLElement>(element.tagName)];
  return alike.find((other) => (other.getAttribute('aria-label') ?? other.textContent) === name) ?? null;
}

const focused = (): HTMLElement =>
  document.activeElement instanceof HTMLElement ? document.activeElement : document.body;

function press(element: HTMLElement, init: KeyboardEventInit & { key: string }, wasFree: boolean): void {
  const event = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true, composed: true });
  const isLeftToBrowser = element.dispatchEvent(event);
  // The browser has handled the key on the element that had the focus, but not where an earlier kept key moved the focus.
  if (isLeftToBrowser && wasFree) answerAsBrowser(element, init.key);
}

function answerAsBrowser(element: HTMLElement, key: string): void {
  const isField = element.matches('textarea, input:not([type="checkbox"], [type="radio"])');
  if (isField && key.length === 1) document.execCommand('insertText', false, key);
  else if (isField && key === 'Backspace') document.execCommand('delete');
  else if (isField && key === 'Enter') element.closest('form')?.requestSubmit();
  else if (element.matches('a[href], button') && (key === 'Enter' || key === ' ')) element.click();
}

/** React compares with the last value that it saw, so a field that already has the text gets another one first. */
function edit(element: HTMLElement, value: string): void {
  if (!('value' in element) || !('selectionStart' in element || element instanceof HTMLSelectElement)) return;
  element.value = value === '' ? ' ' : '';
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')?.set?.call(element, value);
  element.dispatchEvent(new Event(element instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
