import type { Line } from '@/lib/store/chunks/line';
import { visibleText } from './visible-text';

/** Text for another program: one line, no control sequences, marks for invisible characters. */
export const oneLine = (text: string): string => visibleText(text).replaceAll('\t', ' ');

const nameOrDash = (name: string): string => oneLine(name) || '-';

/** One line each: time (UTC), level, component, device and message. */
export const linesText = (lines: readonly Line[]): string =>
  lines
    .map(({ time, level, component, device, message }) =>
      [time, level.padEnd(8), nameOrDash(component), nameOrDash(device), oneLine(message)].join(' '),
    )
    .join('\n');
