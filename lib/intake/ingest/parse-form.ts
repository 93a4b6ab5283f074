import { exactValue } from '@/lib/json/exact-number';
import { formatPython } from './format-python';
import { KEY_RULES } from './record-keys';

/** A form has no blanks and no braces; JSON and text that programs send with a form's type have them. */
const FORM = /^[^\s={}[\]"<>&]+=[^\s{}"<>]*$/;
/** Most names of a form: a LogRecord has two dozen; a million would take seconds and a gigabyte. */
const MAX_FORM_LENGTH = 1024 * 1024;
const MAX_NAMES = 1000;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;
/** Attributes of Python's LogRecord that are numbers (docs.python.org, library/logging, "LogRecord attributes"). */
const NUMBER_NAMES: ReadonlySet<string> = new Set([
  'levelno',
  'lineno',
  'created',
  'msecs',
  'relativeCreated',
  'thread',
  'process',
]);
const ABSENT_NAMES = ['exc_info', 'exc_text', 'stack_info', 'taskName'] as const;

/**
 * The record of a form: one whose names are a record's (`message=…&level=…`), or a LogRecord as Python's HTTPHandler sends it: its attributes
 * as `str()` writes them, the message not yet put together. Null when the body is no such form.
 */
export function parseForm(body: string): Record<string, unknown> | null {
  if (body.length > MAX_FORM_LENGTH) return null;
  const text = body.trim();
  if (!FORM.test(text) || text.split('&', MAX_NAMES + 1).length > MAX_NAMES) return null;
  const form: Record<string, unknown> = Object.fromEntries(new URLSearchParams(text));
  if (typeof form.msg === 'string' && 'levelno' in form && 'args' in form) return readLogRecord(form, form.msg);
  return Object.keys(form).some((name) => KEY_RULES.get(name)?.slot === 'message') ? form : null;
}

function readLogRecord(form: Record<string, unknown>, msg: string): Record<string, unknown> {
  const { args, ...record } = form;
  const message = formatPython(msg, String(args));
  if (message !== null) record.msg = message;
  else record.args = args;
  for (const name of ABSENT_NAMES) if (record[name] === 'None') delete record[name];
  for (const [name, value] of Object.entries(record)) {
    if (NUMBER_NAMES.has(name) && NUMBER.test(String(value))) record[name] = exactValue(String(value));
  }
  return record;
}
