/**
 * Where a text stops being JSON, in UTF-16 units from its start, and what was expected there. It is no Error: a batch
 * may have one per line, and a stack costs more than reading the line.
 */
export class JsonFault {
  readonly at: number;
  readonly expected: string;

  constructor(at: number, expected: string) {
    this.at = at;
    this.expected = expected;
  }
}
