import { levelName, type Level } from '@/lib/store/chunks/level';
import type { Masker } from './masker';

/** Some lines of a run, column by column: element i of each list belongs to one line. */
export type LineColumns = {
  seq: readonly number[];
  level: readonly number[];
  component: readonly string[];
  device: readonly string[];
  message: readonly string[];
};

/** Lines of one run that say the same. */
export type TalliedMessage = {
  level: Level;
  component: string;
  pattern: string;
  count: number;
  firstSeq: number;
  lastSeq: number;
  /** One of the messages. */
  sample: string;
  devices: Set<string>;
  /** Lines in equal parts of the log; null where nobody asked. */
  spread: number[] | null;
};

/** By pattern: of one, levels and components are few. */
export type MessageTally = Map<string, TalliedMessage[]>;

type TallyOptions = {
  mask: Masker;
  /** By level number; all, unless told. */
  isWanted?: (level: number) => boolean;
  /** Number of equal parts of the lines 1 to `lastSeq` in which lines are counted. */
  spread?: { parts: number; lastSeq: number };
};

/** Adds lines to a tally, in any order. Some 1.5 µs a line, masking included. */
export function addLines(
  tally: MessageTally,
  { seq, level, component, device, message }: LineColumns,
  { mask, isWanted, spread }: TallyOptions,
): void {
  for (let at = 0; at < message.length; at += 1) {
    const number = level[at] ?? 0;
    if (isWanted && !isWanted(number)) continue;
    const sample = message[at] ?? '';
    const said = { level: levelName(number), component: component[at] ?? '', pattern: mask(sample) };
    const tallied = findTallied(tally, said) ?? addTallied(tally, { ...said, sample, parts: spread?.parts });
    const line = seq[at] ?? 0;
    tallied.count += 1;
    if (line < tallied.firstSeq) tallied.firstSeq = line;
    if (line > tallied.lastSeq) tallied.lastSeq = line;
    const name = device[at] ?? '';
    if (name !== '') tallied.devices.add(name);
    if (spread && tallied.spread) {
      const part = Math.floor(((line - 1) * spread.parts) / spread.lastSeq);
      tallied.spread[part] = (tallied.spread[part] ?? 0) + 1;
    }
  }
}

type Said = Pick<TalliedMessage, 'level' | 'component' | 'pattern'>;

function findTallied(tally: MessageTally, said: Said): TalliedMessage | undefined {
  const alike = tally.get(said.pattern);
  for (const each of alike ?? []) if (each.level === said.level && each.component === said.component) return each;
  return undefined;
}

function addTallied(
  tally: MessageTally,
  { parts, ...said }: Said & { sample: string; parts: number | undefined },
): TalliedMessage {
  const spread = parts === undefined ? null : Array.from({ length: parts }, () => 0);
  const tallied = { ...said, count: 0, firstSeq: Infinity, lastSeq: 0, devices: new Set<string>(), spread };
  const alike = tally.get(said.pattern);
  if (alike) alike.push(tallied);
  else tally.set(said.pattern, [tallied]);
  return tallied;
}
