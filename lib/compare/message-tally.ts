import { levelName, type Level } from '@/lib/lines/level';
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
  devices: Set<string>;
};

/** By pattern: of one, levels and components are few. */
export type MessageTally = Map<string, TalliedMessage[]>;

/** Adds lines to a tally, in the order of seq. `isWanted` asks by level number. Some 1.5 µs a line, masking included. */
export function addLines(
  tally: MessageTally,
  { seq, level, component, device, message }: LineColumns,
  { mask, isWanted }: { mask: Masker; isWanted: (level: number) => boolean },
): void {
  for (let at = 0; at < message.length; at += 1) {
    const number = level[at] ?? 0;
    if (!isWanted(number)) continue;
    const pattern = mask(message[at] ?? '');
    const tallied = findTallied(tally, { level: levelName(number), component: component[at] ?? '', pattern });
    if (tallied.count === 0) tallied.firstSeq = seq[at] ?? 0;
    tallied.count += 1;
    const name = device[at] ?? '';
    if (name !== '') tallied.devices.add(name);
  }
}

function findTallied(
  tally: MessageTally,
  said: Pick<TalliedMessage, 'level' | 'component' | 'pattern'>,
): TalliedMessage {
  const alike = tally.get(said.pattern);
  for (const each of alike ?? []) if (each.level === said.level && each.component === said.component) return each;
  const tallied = { ...said, count: 0, firstSeq: 0, devices: new Set<string>() };
  if (alike) alike.push(tallied);
  else tally.set(said.pattern, [tallied]);
  return tallied;
}
