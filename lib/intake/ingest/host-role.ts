import { isSyslog } from './record-family';

/** Host names that do not say where a line comes from. */
const NO_HOST = /^(?:localhost(?:[.\d].*)?|127(?:\.\d{1,3}){3}|::1|0\.0\.0\.0|-|unknown|\(none\)|n\/a)$/i;

/** Keys that only the program itself writes: process, code, logger, container. */
const PROGRAM_KEYS = [
  ...['pid', '_pid', 'process', 'process.pid', 'process_id', 'processId', 'processName', '_process_name', 'v'],
  ...['thread', '_thread', 'thread_name', 'threadName', 'thread_id', '_thread_name', 'funcName', 'lineno', 'caller'],
  ...['logger', '_logger', 'logger_name', 'loggerName', 'log.logger', 'levelno', 'level_value', 'SourceContext'],
  ...['service', '_service', 'service.name', '_container_id', 'container_id', 'container_name', 'kubernetes', 'docker'],
];
const RELAY_NAMES = ['programname', 'program', 'PROGRAM', 'app-name', 'appname', 'tag', 'syslogtag', 'ident'];

/**
 * Whether the host of a record is the device it is about. A relay's host is: it names the device that sent the line. It is
 * not when the record shows that it was written by a program about itself (its process, thread, logger or service), for
 * then the host is the machine of the Gateway; nor when the program is NetRaven's own, nor for a loopback name.
 */
export function isDeviceHost(record: Record<string, unknown>, host: string): boolean {
  if (NO_HOST.test(host) || host === record.gateway) return false;
  if (RELAY_NAMES.some((key) => /^netraven/i.test(textOf(record[key])))) return false;
  if (isSyslog(record)) return true;
  return !PROGRAM_KEYS.some((key) => key in record) && !(typeof record.log === 'object' && record.log !== null);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
