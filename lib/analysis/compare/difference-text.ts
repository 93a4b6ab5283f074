import { formatDuration } from '@/lib/format/duration';
import { formatCount } from '@/lib/format/number';

/** A minus sign as wide as a plus sign, so that columns of signed numbers align. */
const MINUS = '−';
const NONE = '±0';

export type DifferenceText = { text: string; word: string; direction: 'up' | 'down' | 'none' };

/** `+3.2s` slower, `−410ms` faster, `±0` same. */
export function describeTime(differenceMs: number): DifferenceText {
  return describe(Math.round(differenceMs), { format: formatDuration, up: 'slower', down: 'faster' });
}

/** `+1,204` more, `−3` fewer. */
export function describeCount(difference: number): DifferenceText {
  return describe(difference, { format: formatCount, up: 'more', down: 'fewer' });
}

type Words = { format: (amount: number) => string; up: string; down: string };

function describe(difference: number, { format, up, down }: Words): DifferenceText {
  if (difference === 0) return { text: NONE, word: 'same', direction: 'none' };
  const amount = format(Math.abs(difference));
  return difference > 0
    ? { text: `+${amount}`, word: up, direction: 'up' }
    : { text: `${MINUS}${amount}`, word: down, direction: 'down' };
}
