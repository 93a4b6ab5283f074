import { COLOR_SEQUENCE, CONTROL_SEQUENCE, parseAnsi, stripAnsi, type AnsiSpan } from './ansi';
import { applySgr, PLAIN_STYLE, type AnsiStyle } from './sgr';

/** From its first carriage return on: looked for from each of them, a long run would take its length squared. */
const LINE_END = /(?<!\r)\r+(?=\n|$)/g;
/** Carriage returns and backspaces, and the CSI that move within a line (C, D, G, `) or erase in it (K, P, X). */
const MOVES = new RegExp('[\\u0008\\r]|(?:\\u001b\\[|\\u009b)[0-9]*[CDGKPX`]');
const LINE_CODE = new RegExp('^(?:\\u001b\\[|\\u009b)([0-9]*)([CDGKPX`])$');
/** A mark that belongs to the character before it, and takes no column of its own. */
const MARK = /^[\p{Mn}\p{Me}]$/u;
/** Most blanks that cursor moves to the right may add to a message, so that a few bytes do not become a large text. */
const MAX_BLANKS = 2000;
/** Most cells that a message may erase or shift; beyond that the message is hostile, and its text stays. */
const MAX_ERASED = 1_000_000;

/**
 * The text as a terminal shows it: without control sequences, each line end one line feed, and overwritten text
 * (carriage return, backspace, cursor moves within the line: progress bars, `--More--`, overstrikes) as it was left.
 * Screen, search, patterns and causes all use this definition. Moves to other lines and cleared screens change nothing,
 * so that no line of a message can hide another. Linear in the text.
 */
export function shownText(message: string): string {
  const text = endLines(message);
  if (!MOVES.test(text)) return stripAnsi(text);
  return playBack(text)
    .map(({ text: part }) => part)
    .join('');
}

/** The same with its colours: the texts joined are `shownText(message)`. */
export function shownSpans(message: string): AnsiSpan[] {
  const text = endLines(message);
  return MOVES.test(text) ? playBack(text) : parseAnsi(text);
}

const endLines = (message: string): string => (message.includes('\r') ? message.replace(LINE_END, '') : message);

/** The line of a terminal that is being written: a cell a column with its style, and the column of the next character. */
type Terminal = {
  spans: AnsiSpan[];
  cells: string[];
  styles: AnsiStyle[];
  column: number;
  style: AnsiStyle;
  blanksLeft: number;
  erasuresLeft: number;
  /** True when the line was overwritten: then blanks at its end are wiped text. */
  isEdited: boolean;
};

function playBack(text: string): AnsiSpan[] {
  const terminal: Terminal = {
    ...{ spans: [], cells: [], styles: [], column: 0 },
    ...{ style: PLAIN_STYLE, blanksLeft: MAX_BLANKS, erasuresLeft: MAX_ERASED, isEdited: false },
  };
  let end = 0;
  for (const match of text.matchAll(CONTROL_SEQUENCE)) {
    writeText(terminal, text.slice(end, match.index));
    end = match.index + match[0].length;
    const colors = COLOR_SEQUENCE.exec(match[0])?.[1];
    if (colors !== undefined) terminal.style = applySgr(terminal.style, colors);
    const [, count = '', action] = LINE_CODE.exec(match[0]) ?? [];
    if (action !== undefined) obey(terminal, action, count);
  }
  writeText(terminal, text.slice(end));
  endLine(terminal);
  return terminal.spans;
}

function writeText(terminal: Terminal, text: string): void {
  for (const character of text) {
    if (character === '\n') {
      endLine(terminal);
      pushSpan(terminal.spans, terminal.style, '\n');
    } else if (character === '\r') moveTo(terminal, 0);
    else if (character === '\b') moveTo(terminal, terminal.column - 1);
    else writeCharacter(terminal, character);
  }
}

function writeCharacter(terminal: Terminal, character: string): void {
  const { cells, styles, column, style } = terminal;
  if (character > '\u02ff' && column > 0 && MARK.test(character)) {
    cells[column - 1] = (cells[column - 1] ?? '') + character;
    return;
  }
  cells[column] = character;
  styles[column] = style;
  terminal.column += 1;
}

/** The line continues with blanks beyond its end. */
function moveTo(terminal: Terminal, wanted: number): void {
  const { cells, styles, blanksLeft } = terminal;
  const column = Math.max(0, Math.min(wanted, cells.length + blanksLeft));
  if (column < cells.length) terminal.isEdited = true;
  for (; cells.length < column; terminal.blanksLeft -= 1) {
    cells.push(' ');
    styles.push(PLAIN_STYLE);
  }
  terminal.column = column;
}

/** ECMA-48, sections 8.3.20 (CUF), 8.3.18 (CUB), 8.3.9 (CHA), 8.3.57 (HPA), 8.3.41 (EL), 8.3.26 (DCH), 8.3.38 (ECH). */
function obey(terminal: Terminal, action: string, count: string): void {
  const { cells, column } = terminal;
  const steps = Math.max(1, Number(count));
  if (action === 'C') moveTo(terminal, column + steps);
  else if (action === 'D') moveTo(terminal, column - steps);
  else if (action === 'G' || action === '`') moveTo(terminal, steps - 1);
  else if (action === 'P') cut(terminal, steps);
  else if (action === 'X') wipe(terminal, column, column + steps);
  else if (count === '' || Number(count) === 0) wipe(terminal, column, cells.length);
  else if (count === '1') wipe(terminal, 0, column + 1);
  else if (count === '2') wipe(terminal, 0, cells.length);
}

/** Characters behind move up. */
function cut(terminal: Terminal, steps: number): void {
  const { cells, styles, column } = terminal;
  if (!mayErase(terminal, cells.length - column)) return;
  for (const list of [cells, styles]) list.splice(column, steps);
}

function wipe(terminal: Terminal, from: number, to: number): void {
  if (!mayErase(terminal, Math.min(to, terminal.cells.length) - from)) return;
  terminal.cells.fill(' ', from, to);
  terminal.styles.fill(PLAIN_STYLE, from, to);
  terminal.isEdited = true;
}

function mayErase(terminal: Terminal, count: number): boolean {
  terminal.erasuresLeft -= Math.max(0, count);
  return terminal.erasuresLeft >= 0;
}

function endLine(terminal: Terminal): void {
  const { cells, styles } = terminal;
  let length = cells.length;
  while (terminal.isEdited && length > 0 && cells[length - 1] === ' ') length -= 1;
  for (let at = 0; at < length; at += 1) pushSpan(terminal.spans, styles[at] ?? PLAIN_STYLE, cells[at] ?? ' ');
  Object.assign(terminal, { cells: [], styles: [], column: 0, isEdited: false });
}

function pushSpan(spans: AnsiSpan[], style: AnsiStyle, text: string): void {
  const last = spans.at(-1);
  // Setting a colour makes one style object, which its characters share.
  if (last && isSameStyle(last, style)) last.text += text;
  else spans.push({ ...style, text });
}

const STYLE_KEYS = Object.keys(PLAIN_STYLE) as (keyof AnsiStyle)[];

const isSameStyle = (one: AnsiStyle, other: AnsiStyle): boolean => STYLE_KEYS.every((key) => one[key] === other[key]);
