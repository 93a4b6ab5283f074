import { commandRule, lead } from '../grammar/command-rule';
import type { CueSite } from '../grammar/cue-site';
import type { Finding } from '../grammar/finding';
import { holdsMarker, markerEnd } from '../grammar/marker';
import { isNoValue, isPlainValue } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';
import { ruleOfName, secretNameRule } from '../grammar/secret-name';

/** A keyword and its value as parts of a path; a type may stand between: `/enable/secret/5/VALUE`. */
const IN_PATH = /\/(password|secret|community|key|key-string)\/(?:[0-9]\/)?([^\/\s"'?&]{1,200})(?=[\/\s"'?]|$)/iy;
/** IOS answers commands as paths: `/level/15/exec/-/enable/secret/VALUE/CR`. */
const COMMAND_PATH = /\/(?:exec|configure|config|level\/\d{1,2})\/\S*$/i;

const pathRule: Rule = { cues: ['/password/', '/secret/', '/community/', '/key/', '/key-string/'], find: findInPath };

function findInPath({ text, cueStart, wordStart, head }: CueSite): Finding | null {
  const before = head + text.slice(wordStart, cueStart + 1);
  if (!COMMAND_PATH.test(before)) return null;
  IN_PATH.lastIndex = cueStart;
  const [, name, value] = IN_PATH.exec(text) ?? [];
  if (name === undefined || value === undefined || isPlainValue(value)) return null;
  const end = IN_PATH.lastIndex;
  const start = end - value.length;
  return { start, end, rule: markerEnd(text, start) < 0 ? ruleOfName(name) : null };
}

/** `name=wpa_psk&value=VALUE`: one parameter names what another holds. */
const NAMED_BEFORE =
  /[?&](?:name|key|param|field|setting|option|var|variable)=([\w.-]{2,60})&(?:[\w.-]{1,30}=[^&\s]{0,60}&){0,2}$/i;
const namedParameter: Rule = { cues: ['value=', 'val='], find: findNamedParameter };
const PARAMETER = /val(?:ue)?=([^&\s"'#]{1,300})/iy;

function findNamedParameter({ text, cueStart, wordStart, head }: CueSite): Finding | null {
  if (wordStart !== cueStart) return null;
  const name = NAMED_BEFORE.exec(head)?.[1];
  const rule = name === undefined ? null : secretNameRule(name);
  PARAMETER.lastIndex = cueStart;
  const value = rule === null ? undefined : PARAMETER.exec(text)?.[1];
  if (value === undefined || isNoValue(value)) return null;
  const end = PARAMETER.lastIndex;
  const start = end - value.length;
  return { start, end, rule: markerEnd(text, start) < 0 ? rule : null };
}

/** `action=set-password&new=VALUE`. */
const changed = commandRule({
  name: 'password',
  cues: ['new=', 'old=', 'confirm=', 'new1=', 'new2='],
  lead: lead('(?:new[12]?|old|confirm)='),
  head: /(?:^|[?&\s"'])[\w-]{1,20}=[\w-]{0,30}(?:passw|passphrase|pwd)[\w-]{0,20}&(?:[\w.-]{1,30}=[^&\s]{0,80}&){0,4}$/i,
});

/** RFC 4088: the community of version 1 and 2c stands where a URL has its user. */
const SNMP_ADDRESS = /snmp:\/\/([^\s@/:]{1,64})@/iy;
const snmpAddress: Rule = { cues: ['snmp://'], find: findCommunity };

function findCommunity({ text, cueStart }: CueSite): Finding | null {
  SNMP_ADDRESS.lastIndex = cueStart;
  const value = SNMP_ADDRESS.exec(text)?.[1];
  if (value === undefined || holdsMarker(value)) return null;
  const end = SNMP_ADDRESS.lastIndex - 1;
  return { start: end - value.length, end, rule: 'snmp-community' };
}

export const urlPartRules: readonly Rule[] = [pathRule, namedParameter, changed, snmpAddress];
