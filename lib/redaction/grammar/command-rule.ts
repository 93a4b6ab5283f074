import { holdsMarker } from './marker';
import type { CueSite } from './cue-site';
import { isNoValue } from './plain-value';
import type { Finding } from './finding';
import type { Rule } from './rule';

const LEAD_LIMIT = 200;
const AFTER_LIMIT = 40;
const LONG = /["'`\\]|\S{300}/y;

/** A possible finding, which the rule accepts or refuses. */
export type Candidate = { site: CueSite; value: string; lead: string; after: string; isQuoted: boolean };

/** How a command carries its secret: `lead` is everything from the cue's word to the value. */
export type CommandShape = {
  name: string | ((lead: string) => string);
  cues: readonly string[];
  /** Anchored at the word's start (see `lead`); must not be able to match one text in two ways. */
  lead: RegExp;
  /** The required text before it on the line. */
  head?: RegExp;
  /** True where nothing but the secret can stand: then an ordinary word counts, too. */
  isOnlyValue?: true;
  /** By default any value but a plain word is the secret. */
  accepts?: (candidate: Candidate) => boolean;
  /** Sticky: text behind the value that belongs to the finding, such as a second secret without a keyword. */
  reach?: RegExp;
};

/** A space run of any length; line ends do not count. */
export const GAP = String.raw`[ \t]+`;

/** Type numbers and words between a keyword and its value, as `7`, `sha512`, `cipher` or `level 15`. */
export const QUALIFIER =
  String.raw`(?:(?:1?[0-9]a?|fallback|text|encrypted|unencrypted|plain-?text|cipher-?text|plain|clear(?:-?text)?|irreversible-cipher|cipher|simple|hash|hashed|` +
  String.raw`sha-?(?:1|256|384|512)|md5|hmac-[\w-]{1,12}|scrypt|pbkdf2|type[ \t]+\d|wpa[23]?|hex(?:adecimal)?|ascii(?:-text)?|ENC|hidden|local|level[ \t]+\d{1,2}|role[ \t]+[\w-]{1,40}|secret|localized|` +
  String.raw`(?:manager|operator)(?:[ \t]+user-name[ \t]+[^ \t\n]{1,64})?|value)[ \t]+)`;

/** Compiles a lead: sticky and without case. */
export const lead = (source: string): RegExp => new RegExp(source, 'iy');

/** A rule for one family of commands. */
export function commandRule(shape: CommandShape): Rule {
  return { cues: shape.cues, find: (site) => findArgument(shape, site) };
}

function findArgument(shape: CommandShape, site: CueSite): Finding | null {
  const { text, wordStart } = site;
  shape.lead.lastIndex = wordStart;
  if (!shape.lead.test(text)) return null;
  const at = shape.lead.lastIndex;
  // A refused text is read again at the next cue: for a short word that costs less than looking back.
  LONG.lastIndex = at;
  const isLong = LONG.test(text);
  if (isLong && isHeadless(shape, site)) return null;
  const { range, done, value, isPlain } = site.argumentAt(at);
  if (done >= 0) return { start: at, end: done, rule: null };
  if (holdsMarker(value)) return null;
  const isTyped = shape.isOnlyValue === true || text.startsWith(' 0 ', at - 3);
  if (isTyped ? isNoValue(value) : isPlain) return null;
  if (!isLong && isHeadless(shape, site)) return null;
  const leadText = text.slice(wordStart, Math.min(at, wordStart + LEAD_LIMIT));
  const candidate: Candidate = {
    site,
    value,
    lead: leadText,
    after: text.slice(range.end, range.end + AFTER_LIMIT),
    isQuoted: range.start > at,
  };
  if (shape.accepts?.(candidate) === false) return null;
  return {
    start: range.start,
    end: reachedEnd(shape, text, range.end),
    rule: typeof shape.name === 'string' ? shape.name : shape.name(leadText),
  };
}

/** Whether the text that the shape requires before it is missing. */
const isHeadless = ({ head }: CommandShape, site: CueSite): boolean => head !== undefined && !site.follows(head);

function reachedEnd({ reach }: CommandShape, text: string, end: number): number {
  if (reach === undefined) return end;
  reach.lastIndex = end;
  return reach.test(text) ? reach.lastIndex : end;
}
