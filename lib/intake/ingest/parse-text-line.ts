import { CONTROL_SEQUENCE, stripAnsi } from '@/lib/store/chunks/ansi';
import { parseCiscoLine } from './cisco-line';
import { parseFramedLine } from './framed-line';
import { parseLogfmt } from './logfmt-line';
import { take3164, take5424, takePriority, takeTag } from './syslog-line';

/**
 * A raw text line as a record of the wire format: syslog (RFC 5424 and 3164), network devices, and the frames of common
 * loggers. Only parts that become keys of the record are taken off; a line of no known form is the message as a whole,
 * with the level of a plain leading word. Time, host and level are still texts: parse-record.ts reads them.
 */
export function parseTextLine(text: string): Record<string, unknown> {
  const line = text.replace(/^[\0\uFEFF]+/, '').replace(/(?<![\0\r\n])[\0\r\n]+$/, '');
  const plain = stripAnsi(line);
  return plain === line ? parsePlainLine(line) : colourAgain(line, plain);
}

/** The line is read without colours; only the message keeps its own. */
function colourAgain(line: string, plain: string): Record<string, unknown> {
  const record = parsePlainLine(plain);
  const message = String(record.message);
  if (!plain.endsWith(message) || message === plain) return { ...record, message: line };
  let left = plain.length - message.length;
  let at = 0;
  for (const { index, 0: code } of line.matchAll(CONTROL_SEQUENCE)) {
    if (index - at > left) break;
    left -= index - at;
    at = index + code.length;
    if (left === 0 && !RESET.test(code)) return { ...record, message: line.slice(index) };
  }
  return { ...record, message: line.slice(at + left) };
}

const RESET = /^(?:\u001b\[|\u009b)(?:0|39|49)?m$/;

function parsePlainLine(line: string): Record<string, unknown> {
  const priority = takePriority(line);
  const body = priority?.rest ?? line;
  const header = (priority && take5424(body)) ?? take3164(body, priority !== null);
  const syslog = { ...priority?.record, ...header?.record };
  const rest = (header?.rest ?? body).replace(/^[\0\uFEFF]+/, '');
  const device = parseCiscoLine(rest);
  if (device) return joinDevice(syslog, device);
  if (priority || header) return { ...syslog, ...readTagged(rest, syslog, header !== null) };
  return parseLogfmt(line) ?? parseFramedLine(line) ?? { message: line };
}

function readTagged(text: string, syslog: Record<string, unknown>, hasHeader: boolean): Record<string, unknown> {
  const tag = hasHeader && syslog['app-name'] === undefined && syslog.msgid === undefined ? takeTag(text) : null;
  // rsyslog leaves a blank between the header and the text.
  if (!tag) return { message: hasHeader ? text.replace(/^ /, '') : text };
  const rest = tag.rest.replace(/^ ?[\0\uFEFF]+/, '');
  const device = parseCiscoLine(rest);
  if (device) return { ...tag.record, ...joinDevice(syslog, device) };
  return { ...tag.record, message: rest };
}

/** A device's own name, clock and severity are closer to the event than the relay's, which are kept beside them. */
function joinDevice(syslog: Record<string, unknown>, device: Record<string, unknown>): Record<string, unknown> {
  const { host, node, facility_name: facility, process, ...own } = device;
  const record: Record<string, unknown> = { ...syslog, ...own };
  if (host !== undefined) record[record.device === undefined ? 'device' : 'device_host'] = host;
  if (node !== undefined) record.node = node;
  if (own.timestamp !== undefined && syslog.timestamp !== undefined) record.relay_time = syslog.timestamp;
  // rsyslog takes a counter in front of the text for the program.
  if (/^\d+$/.test(String(syslog['app-name'] ?? ''))) {
    record.sequence ??= syslog['app-name'];
    delete record['app-name'];
  }
  const component = process ?? facility;
  if (component !== undefined) record[record.component === undefined ? 'component' : 'process_name'] = component;
  return record;
}
