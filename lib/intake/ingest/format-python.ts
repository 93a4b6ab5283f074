/** A Python value as `repr` wrote it, and as `str` would write it. */
type Value = { repr: string; text: string };

/** Longer arguments are left as they are; bounds the time of reading them. */
const MAX_ARGS_LENGTH = 16_384;

/** `%(name)`, flags, width, precision and type of a printf-style format (docs.python.org, library/stdtypes). */
const FORMAT = /%(?:\((\w+)\))?([#0\- +]*)(\d*)(?:\.(\d+))?[hlL]?([diouxXeEfFgGcrsa%])/g;

/**
 * `msg % args`, where `args` is the `repr` of a tuple or a dict, as Python's HTTPHandler sends them. Without arguments the
 * message is used as it is. Null when they do not fit together.
 */
export function formatPython(msg: string, args: string): string | null {
  if (args.length > MAX_ARGS_LENGTH) return null;
  const inner = args.trim().slice(1, -1);
  const isNamed = args.startsWith('{');
  if (!/^(?:\(.*\)|\{.*\})$/s.test(args.trim())) return null;
  const parts = splitItems(inner);
  if (parts.length === 0) return msg;
  const named = isNamed ? readDict(parts) : null;
  const values = parts.map(readValue);
  let used = 0;
  let isFit = true;
  const message = msg.replace(FORMAT, (_whole, name: string | undefined, ...rest: string[]) => {
    const [flags = '', width = '', precision, type = 's'] = rest;
    if (type === '%') return '%';
    const value = name !== undefined ? named?.get(name) : values[used];
    if (name === undefined) used += 1;
    const text = value && formatValue(value, type, { flags, precision });
    isFit &&= text !== undefined;
    return pad(text ?? '', flags, Number(width));
  });
  return isFit && (named !== null || used === values.length) ? message : null;
}

/** Items of a tuple or dict, separated by commas outside of quotes and brackets. */
function splitItems(inner: string): string[] {
  const items: string[] = [];
  const token = /(['"])(?:(?!\1)[^\\]|\\.)*\1|[([{]|[)\]}]|,/gs;
  let from = 0;
  let depth = 0;
  for (let match = token.exec(inner); match; match = token.exec(inner)) {
    if ('([{'.includes(match[0])) depth += 1;
    else if (')]}'.includes(match[0])) depth -= 1;
    else if (match[0] === ',' && depth === 0) {
      items.push(inner.slice(from, match.index).trim());
      from = match.index + 1;
    }
  }
  const last = inner.slice(from).trim();
  return last === '' ? items : [...items, last];
}

function readDict(items: readonly string[]): Map<string, Value> {
  return new Map(
    items.flatMap((item) => {
      const match = /^(['"])((?:(?!\1)[^\\]|\\.)*)\1\s*:\s*(.*)$/s.exec(item);
      return match ? [[unescape(match[2] ?? ''), readValue(match[3] ?? '')] as const] : [];
    }),
  );
}

function readValue(repr: string): Value {
  const quoted = /^(['"])(.*)\1$/s.exec(repr);
  return { repr, text: quoted ? unescape(quoted[2] ?? '') : repr };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const unescape = (text: string): string =>
  text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U(000[\da-f]{5}|0010[\da-f]{4})|(.))/gis, (_whole, ...parts) => {
    const [x, u, wide, char] = parts as (string | undefined)[];
    const code = x ?? u ?? wide;
    return code === undefined ? (ESCAPES[char ?? ''] ?? char ?? '') : String.fromCodePoint(parseInt(code, 16));
  });

type Style = { flags: string; precision: string | undefined };

/** Undefined when the type does not take the value. */
function formatValue({ repr, text }: Value, type: string, { flags, precision }: Style): string | undefined {
  if (type === 's' || type === 'c') return precision === undefined ? text : text.slice(0, Number(precision));
  if (type === 'r' || type === 'a') return repr;
  const number = repr === 'True' ? 1 : repr === 'False' ? 0 : Number(repr);
  if (!Number.isFinite(number)) return undefined;
  const sign = flags.includes('+') && number >= 0 ? '+' : flags.includes(' ') && number >= 0 ? ' ' : '';
  return sign + formatNumber(/^-?\d+$/.test(repr) ? BigInt(repr) : number, type, precision);
}

function formatNumber(number: number | bigint, type: string, precision: string | undefined): string {
  const digits = Math.min(100, Number(precision ?? 6));
  const whole = (): bigint => (typeof number === 'bigint' ? number : BigInt(Math.trunc(number)));
  switch (type.toLowerCase()) {
    case 'f':
      return Number(number).toFixed(digits);
    case 'e':
      return inCase(
        Number(number)
          .toExponential(digits)
          .replace(/e([+-])(\d)$/, 'e$10$2'),
        type,
      );
    case 'g':
      return inCase(String(Number(Number(number).toPrecision(Math.max(1, digits)))), type);
    case 'x':
      return inCase(whole().toString(16), type);
    case 'o':
      return whole().toString(8);
    default:
      return String(whole());
  }
}

const inCase = (text: string, type: string): string => (type === type.toUpperCase() ? text.toUpperCase() : text);

function pad(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  if (!flags.includes('0') || !/^[+-]?\d/.test(text)) return text.padStart(width);
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  return sign + text.slice(sign.length).padStart(width - sign.length, '0');
}
