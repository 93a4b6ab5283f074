import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger';

const rejected = [{ index: 1, code: 'invalid_level', detail: 'level' }];

describe('Ledger', () => {
  it('is balanced when every line was accepted or known already', () => {
    const ledger = new Ledger();
    ledger.noteSent(5);
    ledger.noteAnswer(5, { accepted: 3, duplicate: 2, rejected: [] });
    expect(ledger).toMatchObject({ unacknowledgedCount: 0, isBalanced: true });
  });

  it('counts rejected lines as not acknowledged, and says which and why', () => {
    const ledger = new Ledger();
    ledger.noteSent(3);
    ledger.noteAnswer(3, { accepted: 2, duplicate: 0, rejected });
    expect(ledger).toMatchObject({ acceptedCount: 2, rejectedCount: 1, unacknowledgedCount: 1, isBalanced: false });
    expect(ledger.failures).toEqual(['line 1 rejected: invalid_level, level']);
  });

  it('notices an answer that leaves lines out or counts too many', () => {
    const ledger = new Ledger();
    ledger.noteSent(8);
    ledger.noteAnswer(4, { accepted: 3, duplicate: 0, rejected: [] });
    ledger.noteAnswer(4, { accepted: 5, duplicate: 0, rejected: [] });
    expect(ledger.failures).toEqual(['4 lines sent, 3 answered for', '4 lines sent, 5 answered for']);
    expect(ledger.isBalanced).toBe(false);
  });
});
