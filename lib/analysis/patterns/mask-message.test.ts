import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildHighlighter } from '@/lib/reading/lines/highlight';
import { causeText, maskMessage } from './mask-message';
import { OTHER_CAUSE, SAME_CAUSE } from '@/lib/analysis/causes/testing/message-pairs';

const NAMES = new Set(['ber-rt-01', 'ber-rt-02', 'fra-sw-12']);
const pattern = (message: string): string => maskMessage(message, NAMES).pattern;

const words = ['timeout', 'failed:', 'fra-sw-12', '10.2.0.1:22', 'gone', '"quoted"', 'tac-fra-01', 'größer', '#'];
const anyMessage = fc.array(
  fc.oneof(
    fc.constantFrom(...words),
    fc.integer({ min: 0 }).map(String),
    fc.string({ maxLength: 12 }),
    fc.uuid(),
    fc.ipV6(),
  ),
  { maxLength: 12 },
);

describe('maskMessage', () => {
  it.each(SAME_CAUSE)('%j and %j are one cause', (one, other, expected) => {
    expect(pattern(one).toLowerCase()).toBe(expected.toLowerCase());
    expect(pattern(other).toLowerCase()).toBe(expected.toLowerCase());
  });

  it.each(OTHER_CAUSE)('%j and %j are two causes', (one, other) => {
    expect(pattern(one)).not.toBe(pattern(other));
  });

  it('does not see which number, address, id or device it is', () => {
    const fills = { number: fc.nat().map(String), id: fc.uuid(), v4: fc.ipV4(), device: fc.constantFrom(...NAMES) };
    fc.assert(
      fc.property(fc.record(fills), fc.record(fills), fc.array(fc.constantFrom(...words)), (one, other, around) => {
        const message = ({ number, id, v4, device }: typeof one) =>
          `${around.join(' ')} ${number} of ${number}.${number} on sw${number} (${id}) at ${v4}:22, ${device}: lost`;
        expect(pattern(message(one))).toBe(pattern(message(other)));
      }),
    );
  });

  it('gives a search that finds the message it was made from', () => {
    fc.assert(
      fc.property(anyMessage, (parts) => {
        const message = parts.join(' ');
        const { search } = maskMessage(message, NAMES);
        if (search === null) return;
        expect(message).toMatch(buildHighlighter(search) ?? /^$/);
      }),
    );
    expect(maskMessage(SAME_CAUSE[0]?.[0] ?? '', NAMES).search).toBe('"failed: no route to host"');
    expect(maskMessage('failed 12', NAMES).search).toBeNull();
  });

  it('comes to an end of a long hostile line', () => {
    for (const part of ['a', '1', 'a1', '1.', ':', 'ab:', '-', '0x', 'errno ', '12:12:']) {
      expect(maskMessage(part.repeat(200_000), NAMES), part).toBeDefined();
    }
  });
});

describe('causeText', () => {
  it('is one line without colours', () => {
    expect(causeText('\u001b[31mBad\u001b[0m  secrets\nsecond line')).toBe('Bad secrets');
    expect(causeText('\n\n  \n')).toBe('');
  });
});
