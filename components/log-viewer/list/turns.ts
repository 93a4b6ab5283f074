/** What is left to do once a step's answer is there; null when nothing is. */
export type Outcome<Hand> = ((hand: Hand) => void) | null;
/** What a key or a button does: at once, or after something was read. */
export type Step<Hand> = (hand: Hand) => void | Promise<Outcome<Hand>>;

export type TurnsOptions<Hand> = {
  /** Runs a change and returns when its result can be seen: the next step gets the hand that comes of it. */
  commit: (change: () => void) => void;
  onError: (hand: Hand, error: unknown) => void;
  /** Gets `true` when steps have waited for answers for `LATE_MS`, and `false` when none waits any more. */
  onLate: (isLate: boolean) => void;
};

/** An answer that comes within this time is not announced; it would only flicker. */
const LATE_MS = 300;

/**
 * Carries out steps in the order in which they were taken. It is idle, or waits: for the answer of one step, or for a
 * hand. When it is idle a step runs at once. When it waits a step stands behind those before it, and finds the state
 * that they left. The hand is what steps work with; it is null while there is nothing to work on.
 */
export class Turns<Hand> {
  readonly #options: TurnsOptions<Hand>;
  #hand: Hand | null = null;
  #steps: Step<Hand>[] = [];
  /** The answer that is waited for. */
  #asked: Promise<unknown> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: TurnsOptions<Hand>) {
    this.#options = options;
  }

  take(step: Step<Hand>): void {
    if (this.#steps.length > 0 || this.#asked || this.#hand === null) this.#steps.push(step);
    else this.#run(step, this.#hand);
  }

  /** The hand for the next steps. Called while React commits, so what waited for a hand runs a moment later. */
  serve(hand: Hand): void {
    const wasAway = this.#hand === null;
    this.#hand = hand;
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

  /** Steps that are taken from now on wait for the next hand. */
  leave(): void {
    this.cancel();
    this.#hand = null;
  }

  #run(step: Step<Hand>, hand: Hand): void {
    const asked = step(hand);
    if (!asked) return;
    this.#asked = asked;
    this.#timer ??= setTimeout(() => this.#options.onLate(true), LATE_MS);
    asked.then(
      (outcome) => this.#answer(asked, outcome),
      (error: unknown) => this.#answer(asked, (current) => this.#options.onError(current, error)),
    );
  }

  #answer(asked: Promise<unknown>, outcome: Outcome<Hand>): void {
    if (this.#asked !== asked) return;
    this.#asked = null;
    if (outcome) this.#attempt(outcome);
    this.#goOn();
  }

  #goOn(): void {
    while (!this.#asked && this.#hand !== null) {
      const step = this.#steps.shift();
      if (!step) break;
      this.#attempt((hand) => this.#run(step, hand));
    }
    if (!this.#asked) this.#calm();
  }

  /** What fails is told, and does not keep the next step from its turn. */
  #attempt(change: (hand: Hand) => void): void {
    const hand = this.#hand;
    if (hand === null) return;
    try {
      this.#options.commit(() => change(hand));
    } catch (error) {
      this.#options.onError(hand, error);
    }
  }

  #calm(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#options.onLate(false);
  }
}
