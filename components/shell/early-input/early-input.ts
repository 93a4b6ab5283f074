/**
 * The parts of a document that hydrate separately: the bars around the page, and the page (`main`), which may follow
 * later.
 */
export type LivingPart = 'shell' | 'page';

/** Where something was pressed, and its name, to know it again when another element stands there. */
export type PressedElement = { element: HTMLElement; name: string };

export type KeptInput =
  /** `pressed` is null when nothing had the focus: such a key is the page's. */
  | { kind: 'key'; part: LivingPart; pressed: PressedElement | null; init: KeyboardEventInit & { key: string } }
  | { kind: 'click'; part: LivingPart; pressed: PressedElement; init: MouseEventInit }
  | { kind: 'edit'; part: LivingPart; pressed: PressedElement; value: string }
  | { kind: 'submit'; part: LivingPart; pressed: PressedElement; submitter: HTMLElement | null };

export type EarlyInput = {
  /** In the order in which it came. */
  kept: KeptInput[];
  /** Which parts answer by themselves, so that nothing of them is kept. */
  isOpen: Record<LivingPart, boolean>;
  /** While something kept is carried out, so that it is not kept again. */
  isHandingOn: boolean;
};

declare global {
  interface Window {
    netravenEarlyInput?: EarlyInput;
  }
}
