import { QUALIFIER } from './command-rule';
import { holdsMarker, markerEnd } from './marker';
import { isPlainValue } from './plain-value';
import { readArgument } from './read-value';
import type { Range } from './rule';
import { ruleOfName, secretNameRule } from './secret-name';

/** How the value in the next line has to look: a command's first argument, or a line that is nothing but the value. */
export type OpenValue = { rule: string; isWholeLine: boolean };

const TAIL_LIMIT = 200;
const COMMAND = new RegExp(
  String.raw`(?:^|[^\w-])(?:crypto isakmp key|(?:enable|username \S{1,64}|user \S{1,64})(?: privilege \d{1,2})? (?:secret|password)|(?<!system )(?:snmp-server|snmp|snmp-agent) community(?: read| write)?|` +
    String.raw`(?:tacacs|radius)(?:-server)?(?: host \S{1,64})? key|(?:ikev1 )?pre-shared-key(?: (?:local|remote|ascii-text))?|key-string|(?:isis|neighbor \S{1,64}|ppp chap) password)[ \t]+${QUALIFIER}{0,3}$`,
  'i',
);
/** Not `key 7`, which opens an entry of a key chain. */
const TYPED =
  /(?:^|[^\w-])(?:(?:password|secret|pre-shared-key)[ \t]+(?:1?[0-9]|sha512|encrypted|cipher|ENC)|set[ \t]+[\w-]{1,40}[ \t]+ENC)[ \t]*$/i;
const ELEMENT = /<(?:\w{1,20}:)?([\w-]{1,40})>$/;
const NAMED = /([\w-]{0,40}(?: key)?)(?:\\{0,15}["'])?[ \t]{0,8}[:=][ \t]{0,8}[|>]?[-+]?[ \t]{0,8}$/i;

/** Whether a line ends where a secret's value would begin. */
export function opensValue(line: string): OpenValue | null {
  const tail = line.slice(-TAIL_LIMIT).replace(/[ \t\r]*\\?[ \t\r]*$/, '');
  const command = COMMAND.exec(`${tail} `)?.[0] ?? TYPED.exec(tail)?.[0];
  if (command !== undefined) return { rule: ruleOfName(command), isWholeLine: false };
  const rule = secretNameRule(NAMED.exec(tail)?.[1] ?? ELEMENT.exec(tail)?.[1] ?? '');
  return rule === null ? null : { rule, isWholeLine: true };
}

/** Where the value stands in the text that follows `open`; null when it does not look like one. */
export function continuedValue(text: string, from: number, { isWholeLine }: OpenValue): Range | null {
  const start = from + text.slice(from, from + 100).search(/[^ \t]/);
  if (start < from) return null;
  const range = readArgument(text, start);
  const value = text.slice(range.start, Math.min(range.end, range.start + 300));
  if (isPlainValue(value) || /^[!#[{(]$/.test(value)) return null;
  if (holdsMarker(value) && markerEnd(text, range.start) < 0) return null;
  if (!isWholeLine) return range;
  const rest = text.slice(range.end, range.end + 32);
  const isAlone = /^[\\"',;}\])]{0,24}[ \t]*(?:[\r\n]|$)/.test(rest);
  return isAlone && !/[#>$%:{[]$|^[-[({]/.test(value) ? range : null;
}
