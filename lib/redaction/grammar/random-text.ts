const SHORTEST = 10;
/** Per character; random text of small letters and digits changes between them 0.4 times, of hexadecimal digits 0.47 times. */
const LEAST_CHANGES = 0.12;
/** Without any digit; names in camel case have a capital in seven characters at most. */
const LEAST_CHANGES_OF_LETTERS = 0.3;
const LONGEST_READ = 200;

const LOWER = 1;
const UPPER = 2;
const DIGIT = 3;

function kindOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : 0;
}

/**
 * Whether a text of letters, digits and a few signs changes between small letters, capitals and digits as often as random
 * text does: words, names, dates and versions change seldom. Signs between do not count.
 */
export function isRandomText(value: string): boolean {
  const read = value.slice(0, LONGEST_READ);
  let changes = 0;
  let count = 0;
  let hasDigit = false;
  let last = 0;
  for (let at = 0; at < read.length; at += 1) {
    const kind = kindOf(read.charCodeAt(at));
    if (kind !== 0) count += 1;
    if (kind !== 0 && last !== 0 && kind !== last) changes += 1;
    if (kind === DIGIT) hasDigit = true;
    last = kind;
  }
  if (count < SHORTEST) return false;
  return changes >= Math.max(3, count * (hasDigit ? LEAST_CHANGES : LEAST_CHANGES_OF_LETTERS));
}

/** Letters in a row that no word has; a mask repeats one. */
const NO_WORD = /[A-Za-z]{28}/;
const MASK = /(.)\1{5}/;
export const isLongerThanWords = (value: string): boolean =>
  NO_WORD.test(value.slice(0, LONGEST_READ)) && !MASK.test(value.slice(0, LONGEST_READ));

/** Whether a short text of letters and digits changes as often as only random text does, and holds both. */
export function isDenselyRandom(value: string): boolean {
  if (!/^(?!0x)[\w-]{10,64}$/.test(value) || !/[A-Z]/.test(value) || !/[a-z]/.test(value) || !/\d/.test(value)) {
    return false;
  }
  return (value.match(/[a-z](?=[A-Z\d])|[A-Z](?=\d|[a-z][A-Z\d])|\d(?=[A-Za-z])/g) ?? []).length >= value.length * 0.3;
}

/** Hexadecimal digits alone, as checksums and commits are written too, in the lengths of digests, or a UUID. */
export const isDigestOrUuid = (value: string): boolean =>
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?:[0-9a-f]{8}){4,16})$/i.test(value);
