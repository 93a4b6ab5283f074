import { DEVICE_PROMPT } from './continuation';
import { holdsMarker } from './grammar/marker';
import { counted, strayed, type LineReading, type OpenOf, type OpenSecret, type Relation } from './grammar/open-secret';
import { isPlainValue } from './grammar/plain-value';
import { secretNameRule } from './grammar/secret-name';

/** Most rows of a table behind its header. */
const MAX_ROWS = 2000;
const MAX_STRAYS = 2;
const MAX_CELLS = 40;
/** Header lines are shorter than this. */
export const MAX_HEADER = 400;

type Cell = { text: string; start: number; end: number };
type Separator = OpenOf<'columns'>['separator'];
const SEPARATORS: readonly Separator[] = ['\t', '|', ';', ',', ''];

/** A name as headers write it: a few words, no sign of a sentence or of a value. */
const HEADING = /^["']?[\p{L}_#][\p{L}\w./()#-]*(?: [\p{L}\w./()#-]+){0,2}["']?$/u;

/** Signs that no cell of a header has. */
const NO_HEADER = /[=\\{}<>@*$%&+?!~^\x60]|\[REDACTED:/;

/** Whether the line is a table's header that names a secret column. */
export function opensColumns(line: string): OpenSecret | null {
  const header = line.length > MAX_HEADER ? '' : line.slice(wrappingOf(line));
  if (header === '' || NO_HEADER.test(header)) return null;
  // A command behind a device's prompt has blanks between its words, too.
  if (DEVICE_PROMPT.test(line)) return null;
  for (const separator of SEPARATORS) {
    const cells = cellsOf(separator === '' ? line : header, separator);
    if (cells.length < 2 || cells.length > MAX_CELLS) continue;
    if (!cells.every(({ text }) => HEADING.test(text) && (separator !== ',' || text.split(' ').length <= 2))) continue;
    const ofServers = cells.some(({ text }) => SERVER.test(text));
    const secret = cells.flatMap(({ text, start }, at) => {
      const rule = ofServers && BARE_KEY.test(text) ? 'key' : headingRule(text.replace(/["']/g, ''));
      return rule === null ? [] : [{ at, from: start, to: cells[at + 1]?.start ?? 9999, rule }];
    });
    if (secret.length === 0) continue;
    return { kind: 'columns', separator, cells: cells.length, secret, left: MAX_ROWS, strays: 0 };
  }
  return null;
}

/** What a record writes before a table within it: a field's name, the beginning of a string, words before a border. */
const WRAPPING =
  /^[^|\n]{0,200}(?=\|[^|\n]+\|[^\n]*\|\s*$)|^.{0,200}[\w"'][:=][ \t]?b?\\{0,15}["'](?=\S)|^(?:\w+ ){2,6}(?=[\w"]+[,;\t]["\w])/;
const wrappingOf = (line: string): number => WRAPPING.exec(line)?.[0].length ?? 0;
/** The end of the string that the table's last cell stands in. */
const WRAPPING_END = /\\{0,15}["'][\])}>]{0,4}(?:<\/\w{1,20}>)?$/;

/**
 * True when the line is surely a header, so that no word is a value: three or more words, each with a capital, none
 * with a digit.
 */
export const isHeader = (line: string): boolean =>
  line.length <= MAX_HEADER && /^\s*(?:[A-Z][A-Za-z/-]*(?: [A-Za-z/-]+){0,2}(?:\s{2,}|\t|$)){3,}$/.test(line);

/** In a table of servers, `Key` alone is what they share. */
const SERVER = /^(?:radius|tacacs\+?|server|host|auth)[\w /+-]{0,20}$/i;
const BARE_KEY = /^["']?key["']?$/i;

function headingRule(heading: string): string | null {
  const name = heading.replace(/[()/.#]/g, ' ').trim();
  if (/^(?:v?\d\w? )?communit(?:y|ies)(?:[ -](?:name|string|index))?$/i.test(name)) return 'snmp-community';
  return secretNameRule(name.replace(/\s+/g, ' '));
}

const RULER = /^[\s+|:=_-]*$/;

export function readRow(open: OpenOf<'columns'>, line: string, relation: Relation): LineReading {
  if (relation === 'foreign' || RULER.test(line)) return { found: [], next: open };
  const cells = cellsOf(line, open.separator);
  const found = open.secret.flatMap(({ at, from, to, rule }) => {
    const cell = cells.length === open.cells ? cells[at] : open.separator === '' ? cellAt(cells, from, to) : undefined;
    return cell !== undefined && isValueCell(cell) ? [{ ...withoutQuotes(cell), rule }] : [];
  });
  const isRow = cells.length > 1 && (cells.length === open.cells || found.length > 0);
  if (!isRow && !holdsMarker(line)) return strayed(open, relation, MAX_STRAYS);
  return { found, next: open.left <= 1 ? null : counted(open, { left: open.left - 1, strays: 0 }) };
}

function isValueCell({ text }: Cell): boolean {
  const value = text.replace(/^["']|["']$/g, '');
  if (/\s/.test(value) && value === text) return false;
  return !isPlainValue(value) && !holdsMarker(value) && !/^(?:\d+:\d+|never)$/i.test(value);
}

function withoutQuotes({ text, start, end }: Cell): { start: number; end: number } {
  const isQuoted = text.length > 2 && /^(["'])[^]*\1$/.test(text);
  if (isQuoted) return { start: start + 1, end: end - 1 };
  return { start, end: end - (/^["']/.test(text) ? 0 : (WRAPPING_END.exec(text)?.[0].length ?? 0)) };
}

/** By its position: the header's word begins above it, or a cell's width beside. */
const cellAt = (cells: readonly Cell[], from: number, to: number): Cell | undefined =>
  cells.find(({ start }) => start >= from - 1 && start < to - 1);

/** What stands before a row in a log: `row 1: …`. */
const ROW_PREFIX = /^[\w ]{1,24}:[ \t]+(?=\S)/;

/** A row may be written as a list of Python: `['host', 'user']`. */
function cellsOf(line: string, separator: Separator): Cell[] {
  const prefix = separator === ',' || separator === ';' ? (ROW_PREFIX.exec(line)?.[0].length ?? 0) : 0;
  const isList = separator === ',' && /^\s*[[(].*[\])]\s*$/.test(line.slice(prefix));
  const from = isList ? line.search(/[[(]/) + 1 : prefix;
  const body = isList ? line.slice(from).replace(/[\])]\s*$/, '') : line.slice(from);
  return cellsIn(body, separator).map((cell) => ({ ...cell, start: cell.start + from, end: cell.end + from }));
}

function cellsIn(line: string, separator: Separator): Cell[] {
  if (separator === '') return [...line.matchAll(/\S+(?: \S+)*/g)].map((match) => cellFrom(match[0], match.index));
  if (!line.includes(separator)) return [];
  const cells: Cell[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at <= line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (at < line.length && (isQuoted || line[at] !== separator)) continue;
    cells.push(cellFrom(line.slice(start, at), start));
    start = at + 1;
  }
  // `| a | b |` has a border on each side, and what a log writes before the first or behind the last is no cell.
  if (separator === '|' && cells.length > 2 && !/[\p{L}\d]/u.test(cells.at(-1)?.text ?? '')) return cells.slice(1, -1);
  return cells;
}

function cellFrom(text: string, start: number): Cell {
  const trimmed = text.trim();
  const from = start + text.length - text.trimStart().length;
  return { text: trimmed, start: from, end: from + trimmed.length };
}
