import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskMessage } from './mask-message';
import { OTHER_CAUSE, SAME_CAUSE } from '@/lib/analysis/causes/testing/message-pairs';
import { createMasker } from './masker';

const names = new Set(['ber-rt-01', 'ber-rt-02']);

describe('createMasker', () => {
  it.each(SAME_CAUSE)('masks as causes are masked, whichever comes first: %j', (one, other, pattern) => {
    for (const order of [
      [one, other],
      [other, one],
    ]) {
      const mask = createMasker(names);
      expect(order.map(mask)).toEqual(order.map((message) => maskMessage(message, names).pattern));
      expect(mask(one)).toBe(pattern);
    }
  });

  it.each(OTHER_CAUSE)('keeps apart what is not the same: %j', (one, other) => {
    const mask = createMasker(names);
    expect(mask(one)).not.toBe(mask(other));
  });

  it('gives one pattern whatever was masked before', () => {
    const word = fc.constantFrom(
      'ber-rt-01',
      'ber-rt-9',
      'exit code 3',
      'HTTP/1.1 200',
      '10.0.0.7',
      'abc',
      '12',
      'dead00beef11',
      ':',
    );
    const message = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(message, { maxLength: 10 }), (messages) => {
        const forwards = createMasker(names);
        const backwards = createMasker(names);
        const patterns = messages.map(forwards);
        expect([...messages].reverse().map(backwards).reverse()).toEqual(patterns);
      }),
    );
  });

  it('does not tell names apart by their digits', () => {
    const mask = createMasker(names);
    expect(mask('neighbour ber-rt-77 is down')).toBe('neighbour <device> is down');
    expect(mask('neighbour muc-rt-77 is down')).toBe('neighbour muc-rt-# is down');
  });

  it('comes to an end of hostile text', () => {
    const mask = createMasker([]);
    const texts = ['a1'.repeat(100_000), 'http '.repeat(40_000), '0x'.repeat(90_000), 'code 1'.repeat(50_000)];
    for (const text of texts) expect(mask(text)).not.toBe('');
  });
});
