import { stripAnsi } from '@/lib/store/chunks/ansi';
import { LEVEL_NUMBER } from '@/lib/store/chunks/level';
import { parseLevel } from './parse-level';

/** The last error among the lines of a body, while its stack follows. */
export type Trace = {
  level: unknown;
  timestamp: unknown;
  /** `python` behind a quoted file: what is not indented any more names the error. */
  state: 'none' | 'error' | 'stack' | 'python';
};

export const openTrace = (): Trace => ({ level: undefined, timestamp: undefined, state: 'none' });

/** Of a longer line only so much is looked at. */
const MAX_LENGTH = 500;

/** First lines of a stack, and lines that only occur in one: Python, Java, Node.js, Go. */
const STACK =
  /^(?:Traceback \(most recent call last\):|\s+at \S|Caused by: |\s+\.\.\. \d+ (?:more|common frames)|goroutine \d+ \[|Exception in thread |> File "|During handling of the above exception|The above exception was the direct cause|[\w$]+(?:\.[\w$]+)*(?:Error|Exception)(?::|$))/;
/** Lines of Go's stacks that begin as any text does. */
const GO_FRAME = /^(?:created by \S+|[\w./*()-]+\([^ ]*(?:, [^ ]*)*\)$)/;
const INDENTED = /^\s+\S/;
const PYTHON_FRAME = /^(?:\s+|> )File "/;
/** Behind its frames, Python names the error, of whatever class. */
const NAMED_ERROR = /^[A-Za-z_][\w.]*(?::\s|$)/;

/**
 * Gives a line of a stack directly behind an error's line that line's level and time, which it does not say itself, so that
 * an error's stack is not a row of lines of INFO at another time. Lines stay lines of their own.
 */
export function continueTrace(trace: Trace, record: Record<string, unknown>): Record<string, unknown> {
  const text = typeof record.message === 'string' ? stripAnsi(record.message).slice(0, MAX_LENGTH) : '';
  const isSilent = record.level === undefined && record.timestamp === undefined;
  if (isSilent && trace.state !== 'none' && isOfStack(trace, text)) {
    if (PYTHON_FRAME.test(text)) trace.state = 'python';
    else if (trace.state === 'error' || !INDENTED.test(text)) trace.state = 'stack';
    const { level, timestamp } = trace;
    return { ...record, level, ...(timestamp !== undefined && { timestamp }) };
  }
  const isError = record.level !== undefined && (parseLevel(record.level) ?? 0) >= LEVEL_NUMBER.ERROR;
  trace.state = isError ? 'error' : 'none';
  trace.level = record.level;
  trace.timestamp = record.timestamp;
  return record;
}

function isOfStack({ state }: Trace, text: string): boolean {
  if (STACK.test(text)) return true;
  if (state === 'error') return false;
  return INDENTED.test(text) || GO_FRAME.test(text) || (state === 'python' && NAMED_ERROR.test(text));
}
