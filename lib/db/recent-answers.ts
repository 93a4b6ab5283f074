type Limit<Answer> = {
  /** Weights of all answers together. */
  max: number;
  /** 1 each, unless told. */
  weightOf?: (answer: Answer) => number;
};

/**
 * The one cache of the server: the latest used answers, for what is expensive and does not change under its key, or only
 * by itself after some time, which its owner then looks at. Held by `processState`, so that the page that renders and
 * the route that is asked next share it.
 */
export class RecentAnswers<Answer> {
  readonly #answers = new Map<string, Answer>();
  readonly #max: number;
  readonly #weightOf: (answer: Answer) => number;
  #weight = 0;

  constructor({ max, weightOf = () => 1 }: Limit<Answer>) {
    this.#max = max;
    this.#weightOf = weightOf;
  }

  get(key: string): Answer | undefined {
    const answer = this.#answers.get(key);
    if (answer !== undefined) {
      this.#answers.delete(key);
      this.#answers.set(key, answer);
    }
    return answer;
  }

  /**
   * Caches the answer as the latest and drops the oldest ones for it; an answer that is too heavy by itself is not
   * cached.
   */
  set(key: string, answer: Answer): void {
    this.delete(key);
    this.#answers.set(key, answer);
    this.#weight += this.#weightOf(answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#weight <= this.#max) return;
      this.delete(oldest);
    }
  }

  clear(): void {
    this.#answers.clear();
    this.#weight = 0;
  }

  delete(key: string): void {
    const answer = this.#answers.get(key);
    if (answer === undefined) return;
    this.#answers.delete(key);
    this.#weight -= this.#weightOf(answer);
  }
}
