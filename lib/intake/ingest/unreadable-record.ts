import type { RejectCode } from './schema';

/** A broken record in a batch: it is refused by its index, and its neighbours are kept. */
export class UnreadableRecord {
  /** Where it stops being JSON and what was expected, or which limit it exceeds; never its content. */
  readonly detail: string;
  readonly code: RejectCode;

  constructor(detail: string, code: RejectCode = 'invalid_json') {
    this.detail = detail;
    this.code = code;
  }
}
