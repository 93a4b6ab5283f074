type Limit<Answer> = {
  /** Weights of all answers together. */
  max: number;
  /** 1 each, unless told. */
  weightOf?: (answer: Answer) => number;
};

/** A cache of the latest used answers, for answers that are expensive and never change under their key. */
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
    this.#drop(key);
    this.#answers.set(key, answer);
    this.#weight += this.#weightOf(answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#weight <= this.#max) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    const answer = this.#answers.get(key);
    if (answer === undefined) return;
    this.#answers.delete(key);
    this.#weight -= this.#weightOf(answer);
  }
}
