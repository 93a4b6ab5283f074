/** Whole numbers of PostgreSQL's text of an int array, `{1,2,3}`: pg's own parser makes an object of each. */
export function parseIntList(text: string): Int32Array {
  if (text.length <= 2) return new Int32Array(0);
  let count = 1;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) === COMMA) count += 1;
  const numbers = new Int32Array(count);
  let index = 0;
  for (let at = 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) numbers[index] = (numbers[index] ?? 0) * 10 + code - ZERO;
    else index += 1;
  }
  return numbers;
}

const COMMA = 44;
const ZERO = 48;
const NINE = 57;
