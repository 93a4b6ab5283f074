import { causeText, maskMessage } from './mask-message';

/** The pattern of a message: equal for messages that differ only in numbers, addresses, ids and device names. */
export type Masker = (message: string) => string;

/**
 * Digits and hexadecimal letters, by which messages differ before they are masked. Both cases are spelt out: the flag
 * would cost three times as much.
 */
const VARYING = /\b(?=[a-fA-F]*\d)[\da-fA-F]{8,}\b|\d+/g;
/** Codes that masking keeps (lib/analysis/patterns/mask-message.ts): numbers behind these words are left as they are. */
const HAS_CODES = /errno|http|status|code|exit|signal/i;
const VARYING_BUT_CODES =
  /\b(?=[a-f]*\d)[\da-f]{8,}\b|(?<!\b(?:errno|https?(?:\/\d(?:\.\d)?)?|status|code|exit|signal)[ =:#]{1,3}\d{0,2})\d+/gi;
const NEEDS_CARE = /[\b\r\n\u001b\u009b]/;
/** As in lib/analysis/patterns/mask-message.ts: later characters decide nothing. */
const MAX_MESSAGE = 1000;
/** A log of more different messages than these is masked line by line. */
const MAX_REMEMBERED = 100_000;

/**
 * Masking a message takes 12 µs, a million lines say a few thousand things, and writing digits alike takes half a microsecond:
 * so messages that are equal but for digits are masked once. `names`: devices, in lower case.
 */
export function createMasker(names: Iterable<string>): Masker {
  const masked = new Map<string, string>();
  const digitless = new DigitlessNames([...names].map(withoutDigits));
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
    return super.has(withoutDigits(name));
  }
}

const withoutDigits = (text: string): string => text.replace(/\d+/g, '0');

function keyOf(message: string): string {
  const text = NEEDS_CARE.test(message) ? causeText(message) : message.slice(0, MAX_MESSAGE);
  return text.replace(HAS_CODES.test(text) ? VARYING_BUT_CODES : VARYING, '0');
}
