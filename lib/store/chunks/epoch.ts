import { isStorable, type Instant } from './clock-time';

const NUMBER = /^(\d{1,22})(?:\.(\d{0,30}))?(?:e\+?(\d{1,2}))?$/i;

/**
 * Seconds since 1970 as decimal digits; milli-, micro- and nanoseconds are told by their size. It works on digits, not
 * on a binary fraction: 1795789014.258 is 258 ms and not 257.999, and what is below a microsecond is cut as in ISO
 * texts. Null for anything else; negative numbers mostly mean "unknown".
 */
export function parseEpoch(text: string): Instant | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, whole = '', fraction = '', exponent = '0'] = match;
  const shift = Number(exponent);
  if (whole.length + shift > 22) return null;
  const digits = (whole + fraction.slice(0, shift).padEnd(shift, '0')).replace(/^0+(?=\d)/, '');
  const rest = fraction.slice(shift);
  const decimals = microDecimals(digits);
  const micros = BigInt(
    decimals >= 0 ? digits + rest.slice(0, decimals).padEnd(decimals, '0') : digits.slice(0, decimals),
  );
  const ms = Number(micros / 1000n);
  return isStorable(ms) ? { ms, us: Number(micros % 1000n) } : null;
}

/** How many decimal digits a number is away from microseconds: 1e11 s is the year 5138 and 1e11 ms is 1973, so senders mean the latter. */
function microDecimals(digits: string): number {
  if (digits.length <= 11) return 6;
  if (digits.length <= 14) return 3;
  return digits.length <= 17 ? 0 : -3;
}

/** Whole milliseconds, which most numbers are, without going through digits. */
export function parseEpochNumber(value: number): Instant | null {
  if (Number.isInteger(value) && value >= 1e11 && value < 1e14) return isStorable(value) ? { ms: value, us: 0 } : null;
  return Number.isFinite(value) ? parseEpoch(String(value)) : null;
}
