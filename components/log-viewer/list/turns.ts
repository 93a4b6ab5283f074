/** What is left to do once a step's answer is there; null when nothing is. */
export type Outcome<Target> = ((target: Target) => void) | null;
/** What a key or a button does: at once, or after something was read. */
export type Step<Target> = (target: Target) => void | Promise<Outcome<Target>>;

export type TurnsOptions<Target> = {
  /** Runs a change and returns when its result can be seen: the next step gets the target that comes of it. */
  commit: (change: () => void) => void;
  onError: (target: Target, error: unknown) => void;
  /** Gets `true` when steps have waited for answers for `LATE_MS`, and `false` when none waits any more. */
  onLate: (isLate: boolean) => void;
};

/** An answer that comes within this time is not announced; it would only flicker. */
const LATE_MS = 300;

/**
 * Carries out steps in the order in which they were taken. It is idle, or waits: for the answer of one step, or for a
 * target. When it is idle a step runs at once. When it waits a step stands behind those before it, and finds the state
 * that they left. The target is what steps work with; it is null while there is nothing to work on.
 */
export class Turns<Target> {
  readonly #options: TurnsOptions<Target>;
  #target: Target | null = null;
  #steps: Step<Target>[] = [];
  /** The answer that is waited for. */
  #asked: Promise<unknown> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TurnsOptions<Target>) {
    this.#options = options;
  }

  take(step: Step<Target>): void {
    if (this.#steps.length > 0 || this.#asked || this.#target === null) this.#steps.push(step);
    else this.#run(step, this.#target);
  }

  /** The target for the next steps. Called while React commits, so what waited for a target runs a moment later. */
  serve(target: Target): void {
    const wasAway = this.#target === null;
    this.#target = target;
    if (wasAway && this.#steps.length > 0) queueMicrotask(() => this.#goOn());
  }

  /** Carries out at once what is meant for what is shown now, and forgets what waits. */
  interrupt(change: () => void): void {
    this.cancel();
    change();
  }

  /** Forgets what waits: neither a step behind nor the answer that is still to come is carried out. */
  cancel(): void {
    this.#steps = [];
    this.#asked = null;
    this.#calm();
  }

  /** Steps that are taken from now on wait for the next target. */
  leave(): void {
    this.cancel();
    this.#target = null;
  }

  #run(step: Step<Target>, target: Target): void {
    const asked = step(target);
    if (!asked) return;
    this.#asked = asked;
    this.#timer ??= setTimeout(() => this.#options.onLate(true), LATE_MS);
    asked.then(
      (outcome) => this.#answer(asked, outcome),
      (error: unknown) => this.#answer(asked, (current) => this.#options.onError(current, error)),
    );
  }

  #answer(asked: Promise<unknown>, outcome: Outcome<Target>): void {
    if (this.#asked !== asked) return;
    this.#asked = null;
    if (outcome) this.#attempt(outcome);
    this.#goOn();
  }

  #goOn(): void {
    while (!this.#asked && this.#target !== null) {
      const step = this.#steps.shift();
      if (!step) break;
      this.#attempt((target) => this.#run(step, target));
    }
    if (!this.#asked) this.#calm();
  }

  /** What fails is told, and does not keep the next step from its turn. */
  #attempt(change: (target: Target) => void): void {
    const target = this.#target;
    if (target === null) return;
    try {
      this.#options.commit(() => change(target));
    } catch (error) {
      this.#options.onError(target, error);
    }
  }

  #calm(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#options.onLate(false);
  }
}
