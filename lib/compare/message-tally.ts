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

export type MessageTally = Map<string, TalliedMessage>;

/** Adds lines to a tally, in the order of seq. `isWanted` asks by level number. */
export function addLines(
  tally: MessageTally,
  { seq, level, component, device, message }: LineColumns,
  { mask, isWanted }: { mask: Masker; isWanted: (level: number) => boolean },
): void {
  for (let at = 0; at < message.length; at += 1) {
    const number = level[at] ?? 0;
    if (!isWanted(number)) continue;
    const pattern = mask(message[at] ?? '');
    const from = component[at] ?? '';
    const key = `${number}\n${from}\n${pattern}`;
    let tallied = tally.get(key);
    if (!tallied) {
      const firstSeq = seq[at] ?? 0;
      tallied = { level: levelName(number), component: from, pattern, count: 0, firstSeq, devices: new Set() };
      tally.set(key, tallied);
    }
    tallied.count += 1;
    const name = device[at] ?? '';
    if (name !== '') tallied.devices.add(name);
  }
}
