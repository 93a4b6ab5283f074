import { carryOut } from './carry-out';
import type { EarlyInput, KeptInput, LivingPart } from './early-input';

/** How often each part is mounted: from one page to the next both may be, for a moment. */
const living: Record<LivingPart, number> = { shell: 0, page: 0 };
let isAtWork = false;

/**
 * To be called when a part listens to everything. What was kept of it is carried out in its order, and only then the part
 * is open: what comes meanwhile is kept too, behind the rest. Call what it answers when the part goes.
 */
export function openPart(part: LivingPart): () => void {
  const early = window.netravenEarlyInput;
  if (!early) return () => {};
  living[part] += 1;
  void handOn(early);
  return () => {
    living[part] -= 1;
    if (living[part] === 0) early.isOpen[part] = false;
  };
}

async function handOn(early: EarlyInput): Promise<void> {
  if (isAtWork) return;
  isAtWork = true;
  for (let next = takeNext(early); next; next = takeNext(early)) {
    early.isHandingOn = true;
    try {
      carryOut(next);
    } finally {
      early.isHandingOn = false;
    }
    await nextFrame();
  }
  isAtWork = false;
  for (const part of ['shell', 'page'] as const) early.isOpen[part] = living[part] > 0;
  if (early.isOpen.shell && early.isOpen.page) delete document.documentElement.dataset.life;
}

function takeNext({ kept }: EarlyInput): KeptInput | undefined {
  const at = kept.findIndex(({ part }) => living[part] > 0);
  return at === -1 ? undefined : kept.splice(at, 1)[0];
}

/** By the next frame the effect is on the screen, the focus included; a hidden tab has no frames. */
const nextFrame = () =>
  new Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 100);
  });
