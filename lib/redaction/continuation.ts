import { QUALIFIER } from './grammar/command-rule';
import { holdsMarker, markerEnd } from './grammar/marker';
import { isPlainValue, looksSecret } from './grammar/plain-value';
import { readArgument } from './grammar/read-value';
import type { Range } from './grammar/finding';
import { ruleOfName, secretNameRule } from './grammar/secret-name';

const TAIL_LIMIT = 200;
const COMMAND = new RegExp(
  String.raw`(?:^|[^\w-])(?:crypto isakmp key|(?:enable|username \S{1,64}|user \S{1,64})(?: privilege \d{1,2})? (?:secret|password)|(?<!system )(?:snmp-server|snmp|snmp-agent) community(?: read| write)?|` +
    String.raw`(?:tacacs|radius)(?:-server)?(?: host \S{1,64})? key|(?:ikev1 )?pre-shared-key(?: (?:local|remote|ascii-text))?|(?<!,[ \t])key-string|(?:isis|neighbor \S{1,64}|ppp chap) password)[ \t]+${QUALIFIER}{0,3}$`,
  'i',
);
/** Text that every one of these commands contains. */
const KEYWORD = /key|secret|password|community|[ \t]ENC$/i;
/** Not `key 7`, which opens an entry of a key chain. */
const TYPED =
  /(?:^|[^\w-])(?:(?:password|secret|pre-shared-key)[ \t]+(?:1?[0-9]|sha512|encrypted|cipher|ENC)|set[ \t]+[\w-]{1,40}[ \t]+ENC)[ \t]*$/i;
const ELEMENT = /<(?:\w{1,20}:)?([\w-]{1,40})>$/;
/** A name of one to three words, the dots of a `show` output, and the sign; a device may leave out the one or the other. */
const NAMED =
  /(?:^|[^\w-])((?:[\w-]{1,40} ){0,2}[\w-]{1,40})(?: ?\([^()]{1,20}\))?(?:\\{0,15}["'])?[ \t]{0,8}(?:[:=][ \t]{0,8}[|>]?[-+]?|(?:\.{3,80}|-{3,80}|_{3,80})[ \t]{0,8}[:=]?)[ \t]{0,8}$/i;

/** First and last lines of keys end in dashes, too. */
const ARMOUR = /-{4,5} ?(?:BEGIN|END) /;

/** How a line ends where the value of a keyword would begin: with a command, or with a name. */
export type OpenName = { rule: string; form: 'argument' | 'line' };

/** The end of a line without its continuation sign: a backslash, and blanks around it. */
export function tailOf(line: string): string {
  const start = Math.max(0, line.length - TAIL_LIMIT);
  let end = blanksStart(line, line.length, start);
  if (end > start && line[end - 1] === '\\') end = blanksStart(line, end - 1, start);
  return line.slice(start, end);
}

function blanksStart(line: string, from: number, least: number): number {
  let at = from;
  while (at > least && ' \t\r'.includes(line[at - 1] ?? '')) at -= 1;
  return at;
}

/** Labels that stand alone on their line, the value below. */
const LABEL =
  /^\s*(?:pre-?shared[ -]key|shared[ -]secret|shared key|community[ -](?:string|name)|(?:radius|tacacs\+?) (?:key|secret))\s*$/i;

/** Ends of names that a value follows; most lines end otherwise and are not examined further. */
const NAME_END = /[:=>|+._-]$/;
const COMMAND_LIMIT = 100;

export function opensName(tail: string): OpenName | null {
  const end = tail.slice(-COMMAND_LIMIT);
  const command = KEYWORD.test(end) ? (COMMAND.exec(`${end} `)?.[0] ?? TYPED.exec(end)?.[0]) : undefined;
  if (command !== undefined) return { rule: ruleOfName(command), form: 'argument' };
  if (LABEL.test(tail)) return { rule: ruleOfName(tail), form: 'line' };
  if (!NAME_END.test(tail) || ARMOUR.test(tail)) return null;
  const rule = ruleOfWords(NAMED.exec(tail)?.[1] ?? ELEMENT.exec(tail)?.[1] ?? '');
  return rule === null ? null : { rule, form: 'line' };
}

/** The rule of the last word, or of the last two or three: "Pre-Shared Key", "Community string". */
function ruleOfWords(words: string): string | null {
  const list = words.split(' ');
  for (let from = list.length - 1; from >= 0; from -= 1) {
    const rule = secretNameRule(list.slice(from).join(' '));
    if (rule !== null) return rule;
  }
  return null;
}

/** Text that may follow a command's value on its line. */
const AFTER_ARGUMENT = /^[ \t]+(?:address|hostname|ro|rw|view|group|encrypted|role|privilege|level|timeout|port)\b/i;
/** A device's prompt, with or without a command behind it. A password may end likewise, but has other signs, too. */
export const DEVICE_PROMPT =
  /^[\w.@:~/-]{1,64}(?:\([\w/.:-]{1,40}\))?[#>$%](?:[ \t]|$|\S+[ \t]|(?:enable|exit|end|quit|logout|disable|configure|conf t|show)$)|^\S{1,64}@[\w.-]{1,64}:\S{0,80}[#$%]/;
/** Words with which devices and programs answer, alone on a line, and commands that people type next. */
const REPLIES = new Set(
  (
    'ok okay done ready success succeeded successful connected connecting disconnected reconnected closed open opened welcome bye goodbye ' +
    'timeout timed-out aborted abort cancelled canceled interrupted killed refused unreachable terminated granted permitted allowed ' +
    'passed pass exit quit logout logoff logon enable disable end configure commit reload reboot rebooting rebooted up down idle busy started starting stopped ' +
    'stopping running finished completed complete skipped skipping pending retrying waiting working building saving nothing unchanged hello attached detached'
  ).split(' '),
);
/** `Unauthorized`, `Verifying...`: no word of the list, and yet a reply by its form. */
const REPLY = /^[A-Z][a-z]+(?:ed|ing|ful)[.!…]*$|^[A-Za-z]+(?:\.{2,}|…|!)$/;
const isReply = (value: string): boolean =>
  REPLY.test(value) || REPLIES.has(value.toLowerCase().replace(/[.!,:;…]+$/, ''));
/** Beginnings of a next command, a route's target, an address, or a count. */
const NO_ANSWER =
  /^(?:[!#[{(%]|ikev[12]|interface|router|line|exit|end|username|(?:rt|soo):\d+:\d+|\d+:\d+|\d{1,3}%|(?:\d{1,3}\.){3}\d{1,3}|.{1,2}|\d{1,3}|-{4,5}.*)$/;

/** A word that could be the value that an earlier line asked for, and is no reply, prompt, mask or ordinary word. */
export function isLikelyValue(value: string): boolean {
  if (isPlainValue(value) || NO_ANSWER.test(value) || isReply(value) || holdsMarker(value)) return false;
  return !DEVICE_PROMPT.test(value) && !/[:{[]$|^[-[({]/.test(value);
}

/** How much a line may hold beside the value: nothing, what belongs to its command, or anything behind a value that looks made up. */
export type Company = 'none' | 'command' | 'any';

/** The range of the value in a line behind one that ended with its name; null without one. */
export function continuedValue(line: string, company: Company): Range | null {
  const start = line.slice(0, 100).search(/[^ \t:=]/);
  if (start < 0) return null;
  const range = readArgument(line, start);
  const value = line.slice(range.start, Math.min(range.end, range.start + 300));
  if (holdsMarker(value) || markerEnd(line, start) >= 0) return null;
  const rest = line.slice(range.end, range.end + 32);
  const isAlone = /^[\\"',;}\])]{0,24}[ \t\r]*$/.test(rest);
  if (!isLikelyValue(value)) return null;
  if (isAlone) return range;
  if (company === 'none' || DEVICE_PROMPT.test(line)) return null;
  return AFTER_ARGUMENT.test(rest) || (company === 'any' && looksSecret(value)) ? range : null;
}
