import { SEVERITY_WORDS } from './cisco-line';

/** Names of the facilities by number (RFC 5424, section 6.2.1); local0 to local7 follow. */
const FACILITIES =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp ntp audit alert clock local0 local1 local2 local3 local4 local5 local6 local7'.split(
    ' ',
  );

/** A header's parts under the names that relays use for them, and the text behind it. */
export type SyslogHeader = { record: Record<string, unknown>; rest: string };

/** `<PRI>` in front of a text; null when there is none or its number is over 191. */
export function takePriority(text: string): SyslogHeader | null {
  const match = /^<(\d{1,3})>/.exec(text);
  const priority = Number(match?.[1]);
  if (!match || priority > 191) return null;
  const record = { level: SEVERITY_WORDS[priority % 8], facility: FACILITIES[priority >> 3] };
  return { record, rest: text.slice(match[0].length) };
}

const HEADER_5424 = /^1 (\S{1,48}) (\S{1,255}) (\S{1,48}) (\S{1,128}) (\S{1,32}) (?=-|\[)/;

/** The text behind `<PRI>` in RFC 5424; null when it has another form. `-` is no value. */
export function take5424(text: string): SyslogHeader | null {
  const match = HEADER_5424.exec(text);
  if (!match) return null;
  const [whole, ...parts] = match;
  const record: Record<string, unknown> = {};
  for (const [index, name] of ['timestamp', 'host', 'app-name', 'procid', 'msgid'].entries()) {
    if (parts[index] !== '-') record[name] = parts[index];
  }
  const data = takeStructuredData(text.slice(whole.length));
  if (!data) return null;
  if (Object.keys(data.elements).length > 0) record['structured-data'] = data.elements;
  liftKnown(record, data.elements);
  return { record, rest: data.rest.replace(/^ /, '') };
}

type StructuredData = { elements: Record<string, Record<string, string>>; rest: string };

function takeStructuredData(text: string): StructuredData | null {
  if (text.startsWith('-')) return { elements: {}, rest: text.slice(1) };
  const elements: StructuredData['elements'] = {};
  const element = /\[([^\s=\]"]{1,64})((?: [^\s=\]"]{1,64}="(?:[^"\\]|\\.)*")*) ?\]/sy;
  for (let match = element.exec(text); match; match = element.exec(text)) {
    const pairs = (match[2] ?? '').matchAll(/ ([^\s=\]"]+)="((?:[^"\\]|\\.)*)"/gs);
    elements[match[1] ?? ''] = Object.fromEntries(
      [...pairs].map(([, name, value]) => [name ?? '', (value ?? '').replace(/\\(["\\\]])/g, '$1')]),
    );
    if (text[element.lastIndex] !== '[') return { elements, rest: text.slice(element.lastIndex) };
  }
  return null;
}

/** Parameters that fill a record's slots; they stay in the structured data too. */
const LIFTED = ['job_id', 'run_id', 'session_id', 'job_name', 'job_type', 'device', 'device_id', 'component', 'phase'];

function liftKnown(record: Record<string, unknown>, elements: StructuredData['elements']): void {
  for (const values of Object.values(elements)) {
    for (const name of LIFTED) if (values[name]) record[name] ??= values[name];
  }
}

const TIME_3164 =
  /^([*.]?[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?: (?=\S))|^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?) (?=\S)/;
const TAG = /^([A-Za-z0-9_.%/@-]{1,64})(?:\[([^\]\s]{1,32})\](?::? )|: ?)/;
const HOST = /^([A-Za-z0-9][\w.:-]{0,254}) /;

/**
 * `Nov 22 02:14:07 host program[pid]: text` (RFC 3164), with a time of RFC 3339 too. Behind a `<PRI>` the host is certain;
 * without one it is believed only when a program, a counter or a device's mnemonic follows it.
 */
export function take3164(text: string, hasPriority: boolean): SyslogHeader | null {
  const time = TIME_3164.exec(text);
  if (!time) return null;
  const behindTime = text.slice(time[0].length);
  const host = TAG.test(behindTime) ? null : HOST.exec(behindTime);
  const behindHost = behindTime.slice(host?.[0].length ?? 0);
  const isFramed = TAG.test(behindHost) || /^:? ?%/.test(behindHost);
  if (!hasPriority && (!host || !isFramed)) return null;
  const record: Record<string, unknown> = { timestamp: time[1] ?? time[2] };
  if (host) record.host = host[1];
  return { record, rest: behindHost };
}

/** `program[pid]: ` in front of a text; a number alone is no program but a device's counter. */
export function takeTag(text: string): SyslogHeader | null {
  const match = TAG.exec(text);
  if (!match || /^\d+$/.test(match[1] ?? '')) return null;
  const record: Record<string, unknown> = { programname: match[1] };
  if (match[2] !== undefined) record.procid = match[2];
  return { record, rest: text.slice(match[0].length) };
}
