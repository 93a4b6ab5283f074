import type { EarlyInput, PressedElement } from './early-input';
import { keepClick, keepEdit, keepKey, keepSubmit, type EventSpot } from './keepers';

const KEEPERS = { keydown: keepKey, click: keepClick, input: keepEdit, change: keepEdit, submit: keepSubmit };
type Keepers = typeof KEEPERS;

/**
 * Keeps what is pressed, clicked, typed and sent while nobody listens to it, in the order in which it comes. What the
 * browser does by itself it goes on doing. The page is told to be late when something waits for `lateMs`, and broken when
 * a script does not come (life-notice.tsx says which).
 */
function startKeeping(keepers: Keepers): void {
  /** Most inputs that are kept; nobody presses more on purpose. */
  const maxKept = 200;
  const lateMs = 3000;
  const early: EarlyInput = { kept: [], isOpen: { shell: false, page: false }, isHandingOn: false };
  window.netravenEarlyInput = early;

  function findSpot({ target }: Event): EventSpot {
    const html = target instanceof Element ? target.closest<HTMLElement>(':not(svg, svg *)') : null;
    const inner = html ?? document.body;
    const outer = inner.closest<HTMLElement>('button, [role], a, input, form, canvas') ?? inner;
    const isFree = inner.matches('html, body, main');
    const pressed: PressedElement = { element: outer, name: outer.getAttribute('aria-label') ?? outer.textContent };
    const isField = inner.matches(
      'textarea, select, [contenteditable="true"], input:not([type="checkbox"], [type="radio"], [type="button"])',
    );
    const part = isFree || inner.closest('main') ? 'page' : 'shell';
    return { part, target: inner, pressed, isField, isFree, kept: early.kept };
  }

  function keep(event: Event) {
    if (early.isHandingOn) return;
    const spot = findSpot(event);
    if (early.isOpen[spot.part]) return;
    // The event type under which a keeper is listed says which event it takes.
    const keeper = keepers[event.type as keyof Keepers] as (
      event: Event,
      spot: EventSpot,
    ) => ReturnType<typeof keepKey>;
    const input = keeper(event, spot);
    if (!input || early.kept.length >= maxKept) return;
    event.stopImmediatePropagation();
    early.kept.push(input);
    setTimeout(() => {
      if (early.kept.includes(input)) document.documentElement.dataset.life ??= 'late';
    }, lateMs);
  }
  for (const type of Object.keys(keepers)) window.addEventListener(type, keep, true);

  // A menu opens when the button goes down; the kept click would close it again.
  for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) {
    window.addEventListener(
      type,
      (event) => {
        if (!early.isHandingOn && !early.isOpen[findSpot(event).part]) event.stopImmediatePropagation();
      },
      true,
    );
  }
  window.addEventListener(
    'error',
    ({ target }) => {
      const isNeeded = !early.isOpen.shell || !early.isOpen.page;
      if (target instanceof HTMLScriptElement && isNeeded) document.documentElement.dataset.life = 'broken';
    },
    true,
  );
}

/** For the document's head, as text: it must be there before the first byte of a page that can be clicked. */
export const KEEP_EARLY_INPUT = `(${startKeeping})({${Object.entries(KEEPERS)
  .map(([type, keeper]) => `${type}:${keeper}`)
  .join()}})`;
