const LEVEL =
  '(?:TRACE|DEBUG|VERBOSE|INFO|INFORMATION|NOTICE|SUCCESS|WARN|WARNING|ERR|ERROR|FAILED|FAILURE|SEVERE|CRIT|CRITICAL|ALERT|EMERG|EMERGENCY|FATAL|PANIC)';
/** Custom levels of Python without a name are numbers. */
const PYTHON_LEVEL = '(?:TRACE|DEBUG|VERBOSE|INFO|NOTICE|SUCCESS|WARN|WARNING|ERROR|CRITICAL|FATAL|Level \\d{1,3})';
const TIME =
  '(?:\\d{4}[-/.]\\d\\d[-/.]\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:[.,]\\d{1,9})?)?(?: ?(?:Z|UTC|[+-]\\d\\d:?\\d\\d))?|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})? \\d{4})';

function toPattern(frame: string): RegExp {
  return new RegExp(`^${frame}$`, 's');
}

/**
 * Frames that common loggers put around a text, each with an example; a group's name is the record's key that it
 * becomes.
 */
const FRAMES = [
  // Ruby's Logger, as Oxidized writes it: `W, [2026-11-22T02:14:07.120456 #12]  WARN -- : text`.
  '[DIWEFUA], \\[(?<timestamp>[^\\]#]{19,40}) #(?<process_id>\\d{1,10})\\] {1,3}(?<level>[A-Z]{3,8}) -- (?<component>[^:]{0,60}): (?<message>.+)',
  // glog and klog: `E1122 02:14:07.120456   12 backup.cc:34] text`.
  '(?<level>[IWEF])(?<timestamp>(?:\\d{4})?\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{1,9}) {1,8}(?<thread>\\d{1,10}) (?<caller>[^\\s\\]]{1,200}:\\d{1,7})\\] (?<message>.+)',
  // Android's logcat: `11-22 02:14:07.120  1234  5678 E Tag: text`.
  '(?<timestamp>(?:\\d{4}-)?\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}) {1,5}(?<process_id>\\d{1,7}) {1,5}(?<thread>\\d{1,7}) (?<level>[VDIWEFA]) (?<component>[^:]{1,80}?) {0,20}: (?<message>.+)',
  // Python's usual format: `2026-11-22 02:14:07,120 - name - LEVEL - text`, and its order without or with the name elsewhere.
  `(?<timestamp>${TIME}) - (?<component>[^\\s]{1,100}) - (?<level>${LEVEL}|Level \\d{1,3}) - (?<message>.+)`,
  `(?<timestamp>${TIME}) - (?<level>${LEVEL}|Level \\d{1,3}) - (?<message>.+)`,
  // structlog's console: `1795797008.757 [error    ] text`.
  `(?<timestamp>\\d{10}\\.\\d{1,9}) \\[(?<level>${LEVEL.toLowerCase()}) {0,8}\\] (?<message>.+)`,
  // Logback and log4j: `2026-11-22 02:14:07.120 [main] WARN  com.example.Backup - text`.
  `(?<timestamp>${TIME}) {1,3}\\[(?<thread>[^\\]]{1,80})\\] {1,3}(?<level>${LEVEL}) {1,3}(?<component>[\\w.$]{1,100}) {1,40}- (?<message>.+)`,
  // Apache: `[Sun Nov 22 02:14:07.120456 2026] [core:error] text`; nginx: `2026/11/22 02:14:07 [error] text`.
  `\\[?(?<timestamp>${TIME})\\]?(?: | ?[-|:] ?)\\[(?:(?<component>[\\w.-]{1,40}):)?(?<level>${LEVEL}|${LEVEL.toLowerCase()}) {0,8}\\]:? {0,4}(?<message>.+)`,
  // Any other line that begins with a time: `2026-11-22T02:14:07Z ERROR text`, `2026/11/22 02:14:07 text`.
  `\\[?(?<timestamp>${TIME})\\]?(?: {1,3}| ?[-|:] ?)(?<level>${LEVEL})(?: {0,8}[-|:] ?| {1,8})(?<message>.+)`,
  `\\[?(?<timestamp>${TIME})\\]?(?: {1,3}| ?[-|:] ?)(?<message>.+)`,
].map(toPattern);

/** Frames that the first characters of most lines rule out. */
const GUARDED = [
  {
    guard: new RegExp(`^\\[?${TIME}(?:\\]? \\[\\d| \\| |: | \\d{1,10} | {1,3}[A-Z]{3,11} \\d{1,10} ---)`),
    frames: [
      // loguru: `2026-11-22 02:14:07.120 | ERROR    | module:function:45 - text`.
      `(?<timestamp>${TIME}) \\| (?<level>[A-Z][A-Z_]{1,20}|Level \\d{1,3}) {0,8}\\| (?<component>[\\w.]{1,100}):(?<caller>[\\w<>.]{1,100}:\\d{1,7}) - (?<message>.+)`,
      // Celery: `[2026-11-22 02:14:07,120: ERROR/MainProcess] text`.
      `\\[(?<timestamp>${TIME}): (?<level>${LEVEL})/(?<process_name>[\\w-]{1,60})\\] (?<message>.+)`,
      // Spring Boot: `2026-11-22T02:14:07.120Z ERROR 12 --- [main] c.example.Backup   : text`.
      `(?<timestamp>${TIME}) {1,3}(?<level>${LEVEL}) (?<process_id>\\d{1,10}) --- (?:\\[[^\\]]{0,80}\\] )?\\[ {0,20}(?<thread>[^\\]]{1,80})\\] (?<component>[\\w.$/\\[\\]-]{1,100}) {0,40}: (?<message>.+)`,
      // daiquiri: `2026-11-22 02:14:07,120 [12] ERROR    name: text`; Gunicorn: `[… +0000] [12] [ERROR] text`.
      `(?<timestamp>${TIME}) \\[(?<process_id>\\d{1,10})\\] (?<level>${PYTHON_LEVEL}) {1,8}(?<component>[\\w.-]{1,100}): (?<message>.+)`,
      `\\[?(?<timestamp>${TIME})\\]? \\[(?<process_id>\\d{1,10})\\] \\[?(?<level>${LEVEL}) {0,8}\\]? {1,8}(?<message>.+)`,
      // OpenStack: `2026-11-22 02:14:07.120 12 ERROR name [-] text`.
      `(?<timestamp>${TIME}) (?<process_id>\\d{1,10}) (?<level>${LEVEL}) (?<component>[\\w.-]{1,100}) (?<message>\\[.+)`,
    ].map(toPattern),
  },
  {
    guard: /^\[?(?:[A-Z]{4,8}|Level \d)/,
    frames: [
      // Python's default format: `ERROR:name:text`.
      `(?<level>${PYTHON_LEVEL}) {0,8}:(?<component>[A-Za-z_][\\w.-]{0,100}):(?<message>.+)`,
      // Python's padded `%(levelname)-8s %(name)s: text`; a word of eight letters shows no padding, so that its name must be a module's.
      '(?<level>(?=[A-Z ]{8} )(?:TRACE|DEBUG|VERBOSE|INFO|NOTICE|SUCCESS|WARN|WARNING|ERROR|FATAL) {2,5}|CRITICAL (?=[A-Za-z_]+\\.)|Level \\d\\d )(?<component>[A-Za-z_][\\w.-]{0,100}): (?<message>.+)',
      // The level in front of the time: `[ERROR] 2026-11-22 02:14:07,120 text`.
      `\\[?(?<level>${PYTHON_LEVEL})(?:\\]:?|:)? {1,8}\\[?(?<timestamp>${TIME})\\]?(?: ?[-|:] ?| {1,3})(?<message>.+)`,
    ].map(toPattern),
  },
];

/** Lines that stay whole, since every word is part of the message, but that also name a device or level. */
const MARKED = [
  // RANCID: `fra-sw-12: missed cmd(s): show version`, `fra-sw-12 clogin error: Error: TIMEOUT reached`.
  { level: 'WARNING', pattern: /^(?<device>[A-Za-z0-9][\w.-]{0,62}): missed cmd/ },
  { level: 'ERROR', pattern: /^(?<device>[A-Za-z0-9][\w.-]{0,62}): End of run not found/ },
  { level: 'ERROR', pattern: /^(?<device>[A-Za-z0-9][\w.-]{0,62}):? [a-z]{0,12}login error:/ },
  { level: undefined, pattern: /^(?:starting|ending): (?<timestamp>[A-Z][a-z]{2} [A-Z][a-z]{2} [\w: ]{13,30})$/ },
  // logfmt: `time=… level=error msg="…"`.
  {
    level: undefined,
    pattern: /^(?:[\w.]{1,40}=\S{0,80} ){0,5}(?:level|lvl|severity)="?(?<level>[A-Za-z]{3,11})(?:"| |$)/,
  },
];

/** Workflow commands of GitHub: `::error file=a.py,line=3::text`. Others (`::group::`) stay as they are. */
const COMMAND = /^::(?<level>error|warning|notice|debug)(?: (?<properties>[^\n]{0,2000}?))?::(?<message>.+)$/s;

const LEADING_LEVEL = new RegExp(
  [
    `^\\[(?<bracket>${LEVEL}|${LEVEL.toLowerCase()}) {0,8}\\]`,
    `^(?:##)?\\[(?<azure>error|warning|debug)\\]`,
    `^(?<capitals>${LEVEL})(?=[\\s:\\])|,-])`,
    '^(?<npm>silly|verbose|http)(?=: )',
    '^(?<word>[Dd]ebug|[Ii]nfo|[Nn]otice|[Ww]arn|[Ww]arning|[Ee]rr|[Ee]rror|[Ff]ailed|[Ff]ailure|[Ss]evere|[Cc]ritical|[Aa]lert|[Ff]atal|[Pp]anic)(?= ?:)',
  ].join('|'),
);

/** The record of a line in a known logger's frame, or with its level in front; null for any other line. */
export function parseFramedLine(line: string): Record<string, unknown> | null {
  const command = COMMAND.exec(line)?.groups;
  if (command) return readCommand(command);
  const groups = groupsOf(line);
  if (groups) return { ...leadingLevel(groups.message ?? ''), ...present(groups) };
  for (const { level, pattern } of MARKED) {
    const groups = pattern.exec(line)?.groups;
    if (groups) return { message: line, ...(level && { level }), ...present(groups) };
  }
  const level = leadingLevel(line);
  return level && { message: line, ...level };
}

function groupsOf(line: string): Record<string, string | undefined> | null {
  for (const { guard, frames } of GUARDED) {
    const groups = guard.test(line) ? matchOne(frames, line) : null;
    if (groups) return groups;
  }
  return matchOne(FRAMES, line);
}

function matchOne(frames: readonly RegExp[], line: string): Record<string, string | undefined> | null {
  for (const frame of frames) {
    const groups = frame.exec(line)?.groups;
    if (groups) return groups;
  }
  return null;
}

const present = (groups: Record<string, string | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([key, value]) =>
      value === undefined || value.trim() === '' ? [] : [[key, key === 'message' ? value : value.trim()]],
    ),
  );

function leadingLevel(text: string): { level: string } | null {
  const groups = LEADING_LEVEL.exec(text)?.groups;
  const word = groups?.bracket ?? groups?.azure ?? groups?.capitals ?? groups?.npm ?? groups?.word;
  return word === undefined ? null : { level: word };
}

function readCommand({ level, properties, message }: Record<string, string | undefined>): Record<string, unknown> {
  const pairs = (properties ?? '').split(',').map((pair) => pair.split('='));
  const known = pairs.flatMap(([name, ...value]) => (name ? [[name, unescape(value.join('='))] as const] : []));
  return {
    message: unescape(message ?? ''),
    level,
    ...(known.length > 0 && { annotation: Object.fromEntries(known) }),
  };
}

/** GitHub escapes `%`, line ends and the separators of its properties. */
const unescape = (text: string): string =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
