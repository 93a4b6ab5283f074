import { formatExact } from '@/lib/format/date-time';
import { ExactNumber } from '@/lib/json/exact-number';
import type { Line } from '@/lib/store/chunks/line';
import { fieldText } from '../message/fields-text';

/** `isSearched`: the line search covers this row, so its hits are marked. */
export type DetailRow = { name: string; value: string; isSearched: boolean };

/** Every known value of a line under its name; nested fields are named `a.b.c`. */
export function detailRows(line: Line, zone: string): DetailRow[] {
  const { time, receivedAt, component, device, phase, clientSeq, fields } = line;
  const known = [
    { name: 'time', value: formatExact(Date.parse(time), zone) },
    { name: 'received', value: formatExact(Date.parse(receivedAt), zone) },
    { name: 'component', value: component },
    { name: 'device', value: device },
    { name: 'phase', value: phase },
    { name: 'client seq', value: clientSeq === undefined ? '' : String(clientSeq) },
  ];
  const named = known.filter(({ value }) => value !== '');
  return [...named.map((row) => ({ ...row, isSearched: row.name === 'device' })), ...flatten(fields, '')];
}

/** Deeper values are shown as JSON. */
const MAX_DEPTH = 4;

function flatten(fields: object, prefix: string, depth = 1): DetailRow[] {
  return Object.entries(fields).flatMap(([key, value]: [string, unknown]) => {
    const name = `${prefix}${key}`;
    return isNested(value) && depth < MAX_DEPTH
      ? flatten(value, `${name}.`, depth + 1)
      : [{ name, value: fieldText(value), isSearched: true }];
  });
}

const isNested = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof ExactNumber) &&
  Object.keys(value).length > 0;

/** Rows whose name or value contains the text, case ignored. */
export function filterRows(rows: readonly DetailRow[], text: string): DetailRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ name, value }) => `${name}\n${value}`.toLowerCase().includes(wanted));
}
