/** `%FACILITY-SEVERITY-MNEMONIC` of Cisco, Arista and others; Huawei and H3C write `%%01FACILITY/SEVERITY/MNEMONIC`. */
const MNEMONIC = /^%(?:%\d\d)?([A-Z][\w-]{0,60}?)[-/]([0-7])[-/]([A-Z0-9_]{1,80})/;

/** Severity words by number, 0 the worst (RFC 5424, section 6.2.1). */
export const SEVERITY_WORDS = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const;

const CLOCK =
  '(?:\\d{4} )?[A-Z][a-z]{2} [ \\d]\\d (?:\\d{4} )?\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?: [A-Za-z]{1,20})?(?: \\d{4})?|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\S{0,16}';
const PREFIXES = {
  sequence: /^(\d{1,12}): /,
  clock: new RegExp(`^([*.]?)(${CLOCK}) ?: ?`),
  uptime: /^((?:\d\d:\d\d:\d\d|\d{1,4}[ywd]\d{1,2}[wdh]|\d{1,4}[dh]))(?:\.\d{1,3})?: /,
  node: /^((?:RP|LC|RSP|SP|\d{1,3})\/[\w/]{1,20}):/,
  process: /^([\w-]{1,40})\[(\d{1,7})\](?:: ?| (?=%))/,
  host: /^([A-Za-z0-9][\w.:-]{0,62}): (?=[*.%\d]|[A-Z][a-z]{2} )/,
} as const;

/**
 * Reads what network devices put before their text: counters, the device's own name and clock, `*` or `.` where that clock
 * is not or no longer in step, uptime instead of time. Null when there is neither a mnemonic nor a clock; the message then
 * is not of this kind and must not lose a word. `message` begins with the mnemonic, since people search for it.
 */
export function parseCiscoLine(text: string): Record<string, unknown> | null {
  const found: Record<string, unknown> = {};
  let rest = text.replace(/^ {0,2}(?:: ?)?/, '');
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(rest);
    if (match) rest = rest.slice(match[0].length);
    return match;
  };
  for (let part = takePrefix(take, found); part; part = takePrefix(take, found));
  const mnemonic = MNEMONIC.exec(rest);
  if (!mnemonic && found.timestamp === undefined) return null;
  if (mnemonic) {
    found.level = SEVERITY_WORDS[Number(mnemonic[2])];
    found.facility_name = mnemonic[1];
  }
  return { ...found, message: rest };
}

function takePrefix(take: (pattern: RegExp) => RegExpExecArray | null, found: Record<string, unknown>): boolean {
  const sequence = found.device_sequence === undefined ? take(PREFIXES.sequence) : null;
  if (sequence) {
    // A relay and the device may count both.
    found[found.sequence === undefined ? 'sequence' : 'device_sequence'] = sequence[1];
    return true;
  }
  const clock = found.timestamp === undefined ? take(PREFIXES.clock) : null;
  if (clock) {
    found.timestamp = clock[2];
    if (clock[1]) found.clock = clock[1] === '*' ? 'never synchronised' : 'no longer synchronised';
    return true;
  }
  for (const name of ['uptime', 'node', 'process', 'host'] as const) {
    const match = found[name] === undefined ? take(PREFIXES[name]) : null;
    if (!match) continue;
    found[name] = match[1];
    if (name === 'process') found.process_id = match[2];
    return true;
  }
  return false;
}
