import { isLikelyValue } from './continuation';
import { holdsMarker, markerEnd } from './grammar/marker';
import { CLOSED, strayed, type LineReading, type OpenOf, type OpenSecret, type Relation } from './grammar/open-secret';

/** Columns at which terminals, and programs that write for them, break lines. */
const WIDTHS = new Set([79, 80, 100, 120, 132]);

/** Whether a line of this length may continue in the next. */
export const isBroken = (width: number): boolean => WIDTHS.has(width);

/** Keywords behind which a secret stands, for a break within the keyword itself. */
const KEYWORDS = [
  'password',
  'passphrase',
  'secret',
  'community',
  'key-string',
  'pre-shared-key',
  'token',
  'authentication-key',
];
const LAST_PART = /[ \t-]([a-z][a-z-]{2,19})$/;

/** A keyword's first letters at the end of a broken line. */
export function opensWord(line: string): OpenSecret | null {
  const word = LAST_PART.exec(line.slice(-40))?.[1];
  if (word === undefined) return null;
  return KEYWORDS.some((keyword) => keyword !== word && keyword.startsWith(word))
    ? { kind: 'word', word, strays: 0 }
    : null;
}

/** Commands with which the next line may begin instead. */
const NEXT_COMMAND =
  /^(?:interface|hostname|ip|ipv6|no|line|router|vlan|snmp-server|username|enable|aaa|logging|ntp|service|access-list|crypto|banner|clock|exit|end|set|show|switchport|description|shutdown|address-family|neighbor|network|permit|deny|remark|version|boot|spanning-tree|radius|tacacs|policy-map|class-map|class|vrf|route-map)$/i;

/** Letters mixed with digits, signs or capitals as in no ordinary word. */
const MADE_UP = /[a-z][A-Z]|[A-Za-z][0-9]|[0-9][A-Za-z]|[$!@#%^&*+=?~/]/;

/** The first word of a line behind a broken one. */
export function restOfValue(line: string): { start: number; end: number } | null {
  const match = /^[ \t]{0,40}(\S{1,400})/.exec(line);
  const word = match?.[1];
  if (match === null || word === undefined || holdsMarker(word)) return null;
  const value = word.replace(/["'`,;)\]}]+$/, '');
  const start = match[0].length - word.length;
  if (NEXT_COMMAND.test(value) || value === '' || markerEnd(line, start) >= 0) return null;
  const isAlone = line.trim() === word;
  if (!MADE_UP.test(value) && !(isAlone && isLikelyValue(value))) return null;
  return { start, end: start + value.length };
}

export function readRest(open: OpenOf<'rest'>, line: string, relation: Relation): LineReading {
  const range = relation === 'foreign' ? null : restOfValue(line);
  return range === null ? strayed(open, relation, 0) : { ...CLOSED, found: [{ ...range, rule: open.rule }] };
}
