/** What a sender was promised: every acknowledged batch with the texts of its lines, and nothing else. */
export class Ledger {
  readonly acknowledged = new Map<string, string[]>();
  readonly unanswered = new Set<string>();

  acknowledge(key: string, messages: string[]): void {
    this.acknowledged.set(key, messages);
    this.unanswered.delete(key);
  }

  get lineCount(): number {
    return [...this.acknowledged.values()].reduce((sum, messages) => sum + messages.length, 0);
  }
}

export type LedgerResult = { acknowledged: number; lost: number; doubled: number; outOfOrder: number; unasked: number };

/**
 * Compares what is stored (messages by seq, in order) with what was acknowledged. `outOfOrder` counts neighbours of one
 * batch that are not neighbours, in order, in the store; `unasked` lines that no acknowledged batch holds.
 */
export function compareLedger(ledger: Ledger, stored: string[]): LedgerResult {
  const indexes = new Map<string, number[]>();
  for (const [at, message] of stored.entries()) indexes.set(message, [...(indexes.get(message) ?? []), at]);
  const result: LedgerResult = { acknowledged: ledger.lineCount, lost: 0, doubled: 0, outOfOrder: 0, unasked: 0 };
  const promised = new Set<string>();
  for (const messages of ledger.acknowledged.values()) {
    for (const [index, message] of messages.entries()) {
      promised.add(message);
      const at = indexes.get(message) ?? [];
      if (at.length === 0) result.lost += 1;
      if (at.length > 1) result.doubled += at.length - 1;
      const before = index > 0 ? indexes.get(messages[index - 1] ?? '')?.[0] : undefined;
      if (before !== undefined && at[0] !== undefined && at[0] !== before + 1) result.outOfOrder += 1;
    }
  }
  result.unasked = [...indexes.keys()].filter((message) => !promised.has(message)).length;
  return result;
}
