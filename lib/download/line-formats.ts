import { stringifyExact } from '@/lib/json/exact-json';
import type { Line } from '@/lib/lines/schema';
import { csvCell } from './csv-cell';
import type { DownloadFormat } from './schema';
import { visibleText } from '@/lib/lines/visible-text';

export type LineFormat = {
  contentType: string;
  extension: string;
  /** What comes before the first line. */
  head: string;
  encode: (line: Line) => string;
};

/** A tab in a name must not push the columns behind it aside. */
const nameText = (name: string): string => (name === '' ? '-' : visibleText(name).replaceAll('\t', ' '));

const LONGEST_LEVEL = 'CRITICAL'.length;

/** Columns parted by tabs; the message is last, so a tab in it is its own. */
const textRow = ({ time, level, component, device, phase, message }: Line): string =>
  `${[time, level.padEnd(LONGEST_LEVEL), nameText(component), nameText(device), nameText(phase), visibleText(message)].join('\t')}\n`;

const CSV_COLUMNS = ['seq', 'time', 'receivedAt', 'level', 'component', 'device', 'phase', 'message'] as const;

const csvRow = (line: Line): string => {
  const fields = Object.keys(line.fields).length === 0 ? '' : stringifyExact(line.fields);
  const cells = [...CSV_COLUMNS.map((name) => csvCell(String(line[name]))), csvCell(fields), line.clientSeq ?? ''];
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
    head: `${[...CSV_COLUMNS, 'fields', 'clientSeq'].join(',')}\r\n`,
    encode: csvRow,
  },
} as const satisfies Record<DownloadFormat, LineFormat>;
