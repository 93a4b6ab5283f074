/** Literals longer than this, or with an exponent of more digits, are more than PostgreSQL's `numeric` and so `jsonb` takes. */
const MAX_LITERAL_LENGTH = 1000;
const HUGE_EXPONENT = /[eE][+-]?0*\d{5}/;

/** A JSON number that a double would change (12345678901234567890, 1.10, 1e400, -0): its digits as they were sent. */
export class ExactNumber {
  static #jsonCount = 0;
  /** A literal of JSON's grammar. */
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** How often any was written by `JSON.stringify`; grows when a value holds one. */
  static get jsonCount(): number {
    return ExactNumber.#jsonCount;
  }

  toString(): string {
    return this.text;
  }

  /** The digits as text, for code that knows no exact numbers; `stringifyExact` writes the number. */
  toJSON(): string {
    ExactNumber.#jsonCount += 1;
    return mark + this.text;
  }

  /** Writes JSON in which each exact number is a text that begins with `prefix`. */
  static stringifyMarked(value: unknown, space: number | undefined, prefix: string): string {
    mark = prefix;
    try {
      return JSON.stringify(value, null, space);
    } finally {
      mark = '';
    }
  }
}

let mark = '';

/**
 * The value of a number's literal: a number when JavaScript writes it with the same digits, else an ExactNumber; text
 * where not even PostgreSQL could hold the number.
 */
export function exactValue(literal: string): number | ExactNumber | string {
  const value = Number(literal);
  if (String(value) === literal) return value;
  return literal.length > MAX_LITERAL_LENGTH || HUGE_EXPONENT.test(literal) ? literal : new ExactNumber(literal);
}
