/** Signs of a syslog relay: keys of rsyslog, syslog-ng, Logstash and Vector, and of a text line that was syslog. */
const SYSLOG_KEYS = [
  ...['facility', 'FACILITY', 'facility_label', 'syslogfacility', 'syslogfacility-text', 'syslogseverity', 'syslogtag'],
  ...['fromhost', 'fromhost-ip', 'timereported', 'timegenerated', 'programname', 'PROGRAM', 'app-name', 'appname'],
  ...['procid', 'msgid', 'structured-data', 'inputname', 'logsource', 'relay_time', 'clock'],
];

export const isSyslog = (record: Record<string, unknown>): boolean =>
  !isJournal(record) && (SYSLOG_KEYS.some((key) => key in record) || ('PRIORITY' in record && 'HOST' in record));

/** journald's export as JSON. */
export const isJournal = (record: Record<string, unknown>): boolean =>
  '__REALTIME_TIMESTAMP' in record || '__CURSOR' in record || '_HOSTNAME' in record;

/** GELF: a short message is its own word; the version is a text there. */
export const isGelf = (record: Record<string, unknown>): boolean => 'short_message' in record;

/** pino and bunyan: their process and host with one of their other keys, or pino's message and milliseconds alone. */
export function isNode(record: Record<string, unknown>): boolean {
  if ('levelno' in record || 'levelname' in record) return false;
  if ('pid' in record && 'hostname' in record) {
    return ['msg', 'v', 'name', 'time', 'timestamp'].some((key) => key in record);
  }
  return typeof record.msg === 'string' && typeof record.time === 'number' && record.time >= 1e11;
}

/** Monolog: a channel, or the level's name beside its number. */
export const isMonolog = (record: Record<string, unknown>): boolean => 'level_name' in record || 'channel' in record;

/** Events of ansible-runner: what a task did on a host stands in `event_data`. */
export const isAnsible = (record: Record<string, unknown>): boolean =>
  typeof record.event === 'string' && typeof record.event_data === 'object' && record.event_data !== null;

/** Events of Kubernetes say Normal or Warning as their type. */
export const isKubernetes = (record: Record<string, unknown>): boolean =>
  'involvedObject' in record || 'regarding' in record;
