/** What of a document comes to life on its own: the bars around the page, and the page (`main`), which may follow later. */
export type LivingPart = 'shell' | 'page';

/** Where something was pressed, and its name, to know it again when another element has taken its place. */
export type KeptPlace = { element: HTMLElement; name: string };

export type KeptInput =
  /** `place` is null when nothing had the focus: such a key is the page's. */
  | { kind: 'key'; part: LivingPart; place: KeptPlace | null; init: KeyboardEventInit & { key: string } }
  | { kind: 'click'; part: LivingPart; place: KeptPlace; init: MouseEventInit }
  | { kind: 'edit'; part: LivingPart; place: KeptPlace; value: string }
  | { kind: 'submit'; part: LivingPart; place: KeptPlace; submitter: HTMLElement | null };

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
