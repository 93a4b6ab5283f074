import { ExactNumber } from '@/lib/json/exact-number';
import { FOREIGN_RULES, KEY_RULES, type Slot } from './record-keys';

/** A value of a record that may fill a slot. */
export type SlotCandidate = {
  /** The sender's name, a path written with dots. */
  key: string;
  value: unknown;
  /** False for a value inside of an object, which stays where it is. */
  isOwn: boolean;
};

/** Foreign names come behind all names of the wire format. */
const FOREIGN_RANK = 100;

/** Every value of a record that may fill `slot`, best name first; null and empty texts do not count. */
export function candidatesOf(record: Record<string, unknown>, slot: Slot): SlotCandidate[] {
  const found: (SlotCandidate & { rank: number })[] = [];
  for (const key of Object.keys(record)) {
    const own = KEY_RULES.get(key);
    if (own?.slot === slot) found.push({ key, value: record[key], isOwn: true, rank: own.rank });
    for (const rule of FOREIGN_RULES.get(key) ?? []) {
      if (rule.slot !== slot) continue;
      const value = valueAt(record[key], rule.path);
      const isOwn = rule.path.length === 0;
      found.push({ key: [key, ...rule.path].join('.'), value, isOwn, rank: FOREIGN_RANK + rule.rank });
    }
  }
  return found.filter(({ value }) => hasValue(value)).sort((a, b) => a.rank - b.rank);
}

export const hasValue = (value: unknown): boolean => value !== undefined && value !== null && value !== '';

function valueAt(value: unknown, path: readonly string[]): unknown {
  let inner = value;
  for (const name of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return undefined;
    inner = (inner as Record<string, unknown>)[name];
  }
  return inner;
}

/** Removes a candidate that now fills a slot from the fields, under whatever name a clash gave it there. */
export function takeField(fields: Record<string, unknown>, { key, value, isOwn }: SlotCandidate): void {
  if (!isOwn) return;
  for (let name = key, n = 2; name in fields; name = `${key}_${n}`, n += 1) {
    if (fields[name] !== value) continue;
    delete fields[name];
    return;
  }
}

/** Text or number of a value; null for what is neither, or blank. */
export function scalarText(value: unknown): string | null {
  if (typeof value === 'number' || value instanceof ExactNumber) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}
