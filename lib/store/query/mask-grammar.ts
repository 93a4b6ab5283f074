/**
 * The grammar of masking: by which parts messages differ that say the same. Patterns and causes (lib/analysis/patterns), the
 * search for a pattern's lines, the folding of repeats (lib/reading/lines) and the statements that do a part of it in
 * PostgreSQL (server/sql/mask-sql.ts) are all made from the pieces here.
 */

/** Most characters of a message that are masked: later ones decide nothing, and a hostile line stays cheap. */
export const MAX_MASKED = 1000;

/** The digits by which repeats of a line may differ; those of other scripts are text. */
export const DIGITS = '0123456789';

const HEX = '[0-9a-fA-F]';
const OCTET = '\\d{1,3}';
const CLOCK = '\\d{1,2}:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?';
const NUMBER = '\\d+(?:[.,]\\d+)*';
/** A hash or an address in memory: as long, and with a digit, a word of letters from a to f is not. */
const LONG_HEX = `\\b(?=[a-fA-F]*\\d)${HEX}{8,}\\b`;

/** Words before a short number that says what went wrong, so that it is kept; what may follow the word itself, where anything may. */
const CODE_WORDS = [
  { word: 'errno' },
  { word: 'http', rest: 's?(?:/\\d(?:\\.\\d)?)?' },
  { word: 'status' },
  { word: 'code' },
  { word: 'exit' },
  { word: 'signal' },
];
const CODE = `\\b(?:${CODE_WORDS.map(({ word, rest = '' }) => word + rest).join('|')})[ =:#]{1,3}`;

type VaryingPart = {
  name: string;
  /** Stands for the part in a pattern. */
  sign: string;
  source: string;
  /** Whether a space may be inside of it. */
  hasSpace?: boolean;
};

/** The parts that vary; the first that matches counts. Their time is bounded by MAX_MASKED. */
const VARYING: readonly VaryingPart[] = [
  { name: 'id', sign: '<id>', source: `\\b${HEX}{8}-${HEX}{4}-${HEX}{4}-${HEX}{4}-${HEX}{12}\\b` },
  {
    name: 'ip6',
    sign: '<ip>',
    source: `(?<![\\w:])(?=:*${HEX})(?=[0-9a-f:]{2,39}(?![\\w:]))(?=[0-9a-f:]*::|(?:${HEX}{1,4}:){7})${HEX}{0,4}(?::${HEX}{0,4}){2,7}(?:/\\d{1,3})?`,
  },
  { name: 'mac', sign: '<mac>', source: `\\b${HEX}{2}(?:[:-]${HEX}{2}){5}\\b|\\b${HEX}{4}\\.${HEX}{4}\\.${HEX}{4}\\b` },
  {
    name: 'time',
    sign: '<time>',
    source: `\\b\\d{4}-\\d\\d-\\d\\d(?:[T ]${CLOCK}(?:Z|[+-]\\d\\d:?\\d\\d)?)?|\\b\\d{1,2}:\\d\\d:\\d\\d(?:[.,]\\d{1,9})?\\b`,
    hasSpace: true,
  },
  { name: 'ip', sign: '<ip>', source: `\\b${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}\\b(?:[/:]\\d{1,5})?` },
  { name: 'number', sign: '#', source: `(?<![\\w.-])${NUMBER}(?![\\w-])` },
  { name: 'hex', sign: '#', source: `\\b0[xX]${HEX}+|${LONG_HEX}` },
];

export const NUMBER_SIGN = '#';
export const DEVICE_SIGN = '<device>';

/** Groups of a match: `kept` is a code that stays as it is, `word` may be or hold a device's name and numbers, the others vary. */
export const MASK = new RegExp(
  [
    `(?<kept>${CODE}\\d{1,3}\\b(?![.:]?\\d))`,
    ...VARYING.map(({ name, source }) => `(?<${name}>${source})`),
    `(?<word>[A-Za-z0-9](?:[\\w.-]*[A-Za-z0-9])?)`,
  ].join('|'),
  'gi',
);

/** Numbers inside of a word. */
export const INNER_NUMBER = new RegExp(NUMBER, 'g');

/** The sign of a match of MASK that varies. */
export const signOf = (groups: RegExpExecArray['groups']): string =>
  VARYING.find(({ name }) => groups?.[name] !== undefined)?.sign ?? NUMBER_SIGN;

/** All signs, as they stand in a pattern. */
export const SIGN = new RegExp([...new Set([...VARYING.map(({ sign }) => sign), DEVICE_SIGN])].join('|'), 'g');

/** A regular expression of what a sign may stand for, the same in PostgreSQL and JavaScript. */
export const regexOfSign = (sign: string): string =>
  VARYING.some((part) => part.sign === sign && part.hasSpace) ? '.+' : '\\S+';

const HAS_CODE = new RegExp(CODE_WORDS.map(({ word }) => word).join('|'), 'i');
/** Both cases of HEX are spelt out: a flag would cost three times as much. */
const ALIKE = new RegExp(`${LONG_HEX}|\\d+`, 'g');
const ALIKE_BUT_CODES = new RegExp(`${LONG_HEX}|(?<!${CODE}\\d{0,2})\\d+`, 'gi');

/**
 * The text with its numbers written alike, but for codes: texts of one key are taken to have one pattern, when names of devices
 * are compared by `withNumbersAlike`. That is so where their numbers have as many digits; else `1:2:3` goes with the time
 * `10:20:30`, whichever comes first. Half a microsecond, where masking takes twelve.
 */
export const maskKey = (text: string): string => text.replace(HAS_CODE.test(text) ? ALIKE_BUT_CODES : ALIKE, '0');

export const withNumbersAlike = (text: string): string => text.replace(/\d+/g, '0');

const DIGIT = new RegExp(`[${DIGITS}]`, 'g');

/** Equal for texts that differ in digits only, in their number too; so folding compares messages. */
export const withoutDigits = (text: string): string => text.replaceAll(DIGIT, '');
