import type { IngestAnswer } from './wire';

/** Keeps account of every line: what was sent, and what the server has promised to keep. */
export class Ledger {
  sentCount = 0;
  acceptedCount = 0;
  duplicateCount = 0;
  rejectedCount = 0;
  requestCount = 0;
  retryCount = 0;
  readonly failures: string[] = [];

  get unacknowledgedCount(): number {
    return this.sentCount - this.acceptedCount - this.duplicateCount;
  }

  get isBalanced(): boolean {
    return this.unacknowledgedCount === 0 && this.failures.length === 0;
  }

  /** Before the first try: what never gets an answer must be missed. */
  noteSent(lineCount: number): void {
    this.sentCount += lineCount;
  }

  noteAnswer(lineCount: number, answer: IngestAnswer): void {
    this.acceptedCount += answer.accepted;
    this.duplicateCount += answer.duplicate;
    this.rejectedCount += answer.rejected.length;
    const answeredCount = answer.accepted + answer.duplicate + answer.rejected.length;
    if (answeredCount !== lineCount) this.noteFailure(`${lineCount} lines sent, ${answeredCount} answered for`);
    for (const { index, code, detail } of answer.rejected) {
      this.noteFailure(`line ${index} rejected: ${code}, ${detail}`);
    }
  }

  noteFailure(text: string): void {
    this.failures.push(text);
  }
}
