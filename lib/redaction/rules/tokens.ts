import type { CueSite } from '../grammar/cue-site';
import { isLongerThanWords, isRandomText } from '../grammar/random-text';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { TOKEN_TABLE, type TokenAlphabet, type TokenRow } from '../grammar/token-table';

/** Lines cut tokens off, and makers vary their lengths. */
const TOLERANCE = 0.85;
const SHORTEST = 10;
/** Enough characters to recognise random text; a token is then read to its end. */
const JUDGED = 256;

/** One token character, and a run of them; padding may end any. */
const ALPHABETS: Record<TokenAlphabet, { char: string; run: RegExp }> = {
  word: { char: String.raw`[\w-]`, run: /[\w-]*={0,3}/y },
  dotted: { char: String.raw`[\w.~-]`, run: /[\w-]*(?:[.~][\w-]+)*={0,3}/y },
  base64: { char: String.raw`[\w+/=.-]`, run: /[\w+/=-]*(?:\.[\w+/=-]+)*/y },
  path: { char: String.raw`[\w/:.@-]`, run: /[\w/:@-]*(?:\.[\w/:@-]+)*/y },
};
const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A token stands alone: behind a letter, digit or joining sign its beginning is only a part of a word. */
export function beginsWord(text: string, at: number): boolean {
  if (at === 0 || !/[\w-]/.test(text[at - 1] ?? '')) return true;
  return /[nrt]/.test(text[at - 1] ?? '') && text[at - 2] === '\\';
}

/** A digest may begin with a maker's letters, where these are hexadecimal digits themselves. */
const IS_DIGEST = /^[\da-f]+$/i;

const isToken = (body: string): boolean => isRandomText(body) || isLongerThanWords(body);

function tokenRule([rule, prefixes, alphabet, length]: TokenRow): Rule {
  const all = prefixes.split(' ');
  const { char, run } = ALPHABETS[alphabet];
  const least = Math.max(SHORTEST, Math.floor(length * TOLERANCE));
  const form = new RegExp(`(?:${all.map(escapeRegExp).join('|')})(?=(${char}{${least},${JUDGED}}))`, 'y');
  const find = ({ text, cueStart }: CueSite): Finding | null => {
    if (!beginsWord(text, cueStart)) return null;
    form.lastIndex = cueStart;
    const match = form.exec(text);
    const body = match?.[1];
    if (!match || body === undefined || !isToken(body) || IS_DIGEST.test(match[0] + body)) return null;
    run.lastIndex = form.lastIndex;
    run.test(text);
    return { start: cueStart, end: run.lastIndex, rule };
  };
  return { cues: all.map((prefix) => prefix.toLowerCase()), find };
}

/** A token with its maker's mark in its middle or at its end; both sides as they are written, the second as far as it is judged. */
type MarkedToken = { rule: string; cues: readonly string[]; before: RegExp; after: RegExp };

const BEFORE_LIMIT = 80;
const digits = (write: (digit: number) => string): string[] => Array.from({ length: 10 }, (_, digit) => write(digit));

/** From the same lists as the table. */
const MARKED: readonly MarkedToken[] = [
  { rule: 'maxmind-key', cues: ['_mmk'], before: /[A-Za-z0-9_-]{30,}$/, after: /_mmk(?![\w-])/y },
  { rule: 'terraform-token', cues: ['.atlasv1.'], before: /[\w-]{12,}$/, after: /\.atlasv1\.[\w-]{50,256}/y },
  {
    rule: 'mailchimp-key',
    cues: digits((digit) => `-us${digit}`),
    before: /(?<![\w-])[0-9a-f]{30,}$/,
    after: /-us\d{1,2}(?![\w-])/y,
  },
  { rule: 'newrelic-key', cues: ['ffffnral'], before: /(?<![\w-])\w{28,}$/, after: /FFFFNRAL(?![\w-])/y },
  {
    rule: 'newrelic-key',
    cues: ['nral'],
    before: /(?<![\w-])(?:[a-z]{2}\d\dx)?[0-9a-f]{31,36}$/,
    after: /NRAL(?![\w-])/y,
  },
  {
    rule: 'aws-key',
    cues: ['akia', 'asia', 'abia', 'acca'],
    before: /(?<![\w/+])$/,
    after: /(?:AKIA|ASIA|ABIA|ACCA)(?=[A-Z\d]{0,15}\d)[A-Z\d]{16}(?![A-Za-z\d])/y,
  },
  { rule: 'airtable-token', cues: ['pat'], before: /(?<![\w-])$/, after: /pat\w{14}\.[0-9a-f]{60,64}(?![\w-])/y },
  { rule: 'aws-mws-key', cues: ['amzn.mws.'], before: /(?<![\w.])$/, after: /amzn\.mws\.[\w-]{30,40}/y },
  { rule: 'newrelic-key', cues: ['-nrma'], before: /(?<![\w-])\w{36,}$/, after: /-NRMA(?![\w-])/y },
  { rule: 'azure-secret', cues: digits((digit) => `${digit}q~`), before: /[\w~.]{3}$/, after: /\dQ~[\w~.-]{28,256}/y },
  { rule: 'azure-key', cues: ['+acr'], before: /[A-Za-z0-9+/]{40,}$/, after: /\+ACR[A-Za-z0-9]{6}(?![\w+/])/y },
  { rule: 'azure-key', cues: ['jqqj99'], before: /[A-Za-z0-9]{48,}$/, after: /JQQJ99[A-Za-z0-9]{20,256}/y },
  { rule: 'openai-key', cues: ['t3blbkfj'], before: /[\w-]{16,}$/, after: /T3BlbkFJ[\w-]{16,256}/y },
  { rule: 'telegram-token', cues: [':aa'], before: /(?<![\w:])(?:bot)?\d{6,16}$/, after: /:AA[\w-]{28,256}/y },
  {
    rule: 'stripe-secret',
    cues: ['_secret_'],
    before: /(?<![\w-])(?:pi|seti|cs)_\w{14,}$/,
    after: /_secret_\w{20,256}/y,
  },
  {
    rule: 'authress-key',
    cues: ['.acc-', '.acc_'],
    before: /(?<![\w-])[a-z]{2,8}_[\w-]{5,40}\.[\w-]{4,8}$/,
    after: /\.acc[-_][\w-]{10,40}\.[\w+/=-]{28,256}/y,
  },
  { rule: 'tableau-token', cues: ['==:'], before: /(?<![\w+/])[\w+/]{20,}$/, after: /==:[A-Za-z0-9]{28,256}/y },
  { rule: 'salesforce-token', cues: ['!aq'], before: /(?<![\w-])00D\w{10,20}$/, after: /!AQ[\w.]{60,256}/y },
];

const REST = /[\w+/=~-]*/y;

function markedRule({ rule, cues, before, after }: MarkedToken): Rule {
  const find = ({ text, cueStart, floor }: CueSite): Finding | null => {
    after.lastIndex = cueStart;
    if (!after.test(text)) return null;
    const head = text.slice(Math.max(floor, cueStart - BEFORE_LIMIT), cueStart);
    const start = head.search(before);
    if (start < 0) return null;
    REST.lastIndex = after.lastIndex;
    const end = after.lastIndex - cueStart < JUDGED || !REST.test(text) ? after.lastIndex : REST.lastIndex;
    return { start: cueStart - head.length + start, end, rule };
  };
  return { cues, find };
}

/** A longer beginning says more than a shorter one that it begins with. */
const longestPrefix = (row: TokenRow): number => Math.max(...row[1].split(' ').map((prefix) => prefix.length));
const rows = [...TOKEN_TABLE].sort((a, b) => longestPrefix(b) - longestPrefix(a));

export const tokenRules: readonly Rule[] = [...MARKED.map(markedRule), ...rows.map(tokenRule)];
