import type { RejectCode } from './schema';

/** Stands in a batch for what was meant as a record and is none: refused by its index, its neighbours are kept. */
export class UnreadableRecord {
  /** Where it stops to be JSON and what was expected, or what is too much; never what stands there. */
  readonly detail: string;
  readonly code: RejectCode;

  constructor(detail: string, code: RejectCode = 'invalid_json') {
    this.detail = detail;
    this.code = code;
  }
}
