import { markedText } from '@/lib/format/invisible';
import { stringifyExact } from '@/lib/json/exact-json';
import type { Line } from '@/lib/store/chunks/line';
import { shownText } from '@/lib/store/chunks/shown-text';
import { csvCell } from './csv-cell';
import type { DownloadFormat } from './schema';
import { visibleText } from '@/lib/reading/lines/visible-text';

export type LineFormat = {
  contentType: string;
  extension: string;
  /** Text before the first line. */
  head: string;
  encode: (line: Line) => string;
};

/** A tab in a name must not shift the columns behind it. */
const nameText = (name: string): string => (name === '' ? '-' : visibleText(name).replaceAll('\t', ' '));

const LONGEST_LEVEL = 'CRITICAL'.length;

/** Columns separated by tabs; the message is last, so a tab in it does no harm. */
const textRow = ({ time, level, component, device, phase, message }: Line): string =>
  `${[time, level.padEnd(LONGEST_LEVEL), nameText(component), nameText(device), nameText(phase), visibleText(message)].join('\t')}\n`;

const OWN_COLUMNS = ['seq', 'time', 'receivedAt', 'level'] as const;
const SENT_COLUMNS = ['component', 'device', 'phase', 'message'] as const;

/** The text as the screen shows it, line breaks included: a spreadsheet would hide control sequences or obey them. */
const cellText = (text: string): string => csvCell(markedText(shownText(text)));

const csvRow = (line: Line): string => {
  const fields = Object.keys(line.fields).length === 0 ? '' : stringifyExact(line.fields);
  const cells = [
    ...OWN_COLUMNS.map((name) => line[name]),
    ...SENT_COLUMNS.map((name) => cellText(line[name])),
    cellText(fields),
    line.clientSeq ?? '',
  ];
  return `${cells.join(',')}\r\n`;
};

export const LINE_FORMATS = {
  text: { contentType: 'text/plain; charset=utf-8', extension: 'log', head: '', encode: textRow },
  ndjson: {
    contentType: 'application/x-ndjson',
    extension: 'ndjson',
    head: '',
    encode: (line) => `${stringifyExact(line)}\n`,
  },
  csv: {
    contentType: 'text/csv; charset=utf-8; header=present',
    extension: 'csv',
    head: `${[...OWN_COLUMNS, ...SENT_COLUMNS, 'fields', 'clientSeq'].join(',')}\r\n`,
    encode: csvRow,
  },
} as const satisfies Record<DownloadFormat, LineFormat>;
