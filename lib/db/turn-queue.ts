export type TurnLimits = {
  /** Most that work at once; asked anew each time. */
  max: () => number;
  /** Longest wait of one, and what it is told then, or when it goes away before its turn. Without it all wait. */
  deadline?: { waitMs: number; refusal: () => Error };
};

/** Lets a bounded number work at once, the others in the order of arrival. */
export class TurnQueue {
  readonly #limits: TurnLimits;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limits: TurnLimits) {
    this.#limits = limits;
  }

  /** Runs `work` at its turn. Throws the deadline's refusal without having begun it. */
  async take<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (this.#running >= this.#limits.max()) await this.#wait(signal);
    else this.#running += 1;
    try {
      return await work();
    } finally {
      // The turn is handed to whoever has waited longest, so that no newcomer takes it; `#running` stays as it is.
      const [next] = this.#waiting;
      if (next) next();
      else this.#running -= 1;
    }
  }

  #wait(signal: AbortSignal | undefined): Promise<void> {
    const { deadline } = this.#limits;
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        this.#waiting.delete(begin);
        signal?.removeEventListener('abort', giveUp);
      };
      const begin = () => {
        leave();
        resolve();
      };
      const giveUp = () => {
        leave();
        reject(deadline?.refusal() ?? new Error('gone before its turn'));
      };
      const timer = deadline && setTimeout(giveUp, deadline.waitMs);
      this.#waiting.add(begin);
      signal?.addEventListener('abort', giveUp);
      if (signal?.aborted) giveUp();
    });
  }
}
