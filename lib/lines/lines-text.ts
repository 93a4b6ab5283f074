import { stripAnsi } from './ansi';
import { removeInvisible } from './invisible';
import type { Line } from './schema';

/** Text for another program: on one line, without control sequences and characters that cannot be seen. */
export const oneLine = (text: string): string =>
  removeInvisible(
    stripAnsi(text)
      .replaceAll(/[\r\u2028\u2029]?\n|[\r\u2028\u2029]/g, ' ⏎ ')
      .replaceAll('\t', ' '),
  );

const nameOrDash = (name: string): string => oneLine(name) || '-';

/** One line each: time (UTC), level, component, device and message. */
export const linesText = (lines: readonly Line[]): string =>
  lines
    .map(({ time, level, component, device, message }) =>
      [time, level.padEnd(8), nameOrDash(component), nameOrDash(device), oneLine(message)].join(' '),
    )
    .join('\n');
