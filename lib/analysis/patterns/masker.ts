import { MAX_MASKED, maskKey, withNumbersAlike } from '@/lib/store/query/mask-grammar';
import { causeText, maskMessage } from './mask-message';

/** The pattern of a message: equal for messages that differ only in numbers, addresses, ids and device names. */
export type Masker = (message: string) => string;

/** A message with one of these is not shown as it is written. */
const NEEDS_CARE = /[\b\r\n\u001b\u009b]/;
/** A log of more different messages than these is masked line by line. */
const MAX_REMEMBERED = 100_000;

/**
 * Masking a message takes 12 µs, a million lines say a few thousand things, and writing digits alike takes half a microsecond:
 * so messages that are equal but for digits are masked once. `names`: devices, in lower case.
 */
export function createMasker(names: Iterable<string>): Masker {
  const masked = new Map<string, string>();
  const digitless = new DigitlessNames([...names].map(withNumbersAlike));
  return (message) => {
    const key = keyOf(message);
    const known = masked.get(key);
    if (known !== undefined) return known;
    const { pattern } = maskMessage(message, digitless);
    if (masked.size < MAX_REMEMBERED) masked.set(key, pattern);
    return pattern;
  };
}

/**
 * The result must not depend on which message of a key comes first: `sw-7` is masked like a device where `sw-1` is one.
 */
class DigitlessNames extends Set<string> {
  override has(name: string): boolean {
    return super.has(withNumbersAlike(name));
  }
}

/** What masking looks at, with numbers written alike. */
const keyOf = (message: string): string =>
  maskKey(NEEDS_CARE.test(message) ? causeText(message) : message.slice(0, MAX_MASKED));
