/** Stands in a batch for what was meant as a record and is not JSON: refused by its index, its neighbours are kept. */
export class UnreadableRecord {
  /** Where it stops to be JSON and what was expected; never what stands there. */
  readonly detail: string;

  constructor(detail: string) {
    this.detail = detail;
  }
}
