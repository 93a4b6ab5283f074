/** A seeded source of chance: the same seed gives the same demo, byte for byte. */
export type Random = {
  /** 0 inclusive to 1 exclusive. */
  next(): number;
  /** Both ends included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  text(length: number, alphabet: string): string;
  hex(length: number): string;
};

const HEX = '0123456789abcdef';

/** FNV-1a, 32 bits (RFC 9923): turns any seed text into mulberry32's start value. */
function hashSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Mulberry32: 32 bits of state are plenty for a demo, and no dependency. Not for real secrets. */
function mulberry32(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Parts name what the chance is for, so that one run's content never depends on which runs were built before it. */
export function createRandom(...parts: readonly (string | number)[]): Random {
  const next = mulberry32(hashSeed(parts.join('\u0000')));
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(items: readonly T[]): T => {
    const item = items[int(0, items.length - 1)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  };
  const text = (length: number, alphabet: string): string =>
    Array.from({ length }, () => alphabet.charAt(int(0, alphabet.length - 1))).join('');
  return { next, int, pick, text, chance: (probability) => next() < probability, hex: (length) => text(length, HEX) };
}

/** A version 4 UUID (RFC 9562) out of seeded digits. */
export function randomUuid(random: Random): string {
  const [a, b, c, d, e] = [random.hex(8), random.hex(4), random.hex(3), random.hex(3), random.hex(12)];
  return `${a}-${b}-4${c}-${random.pick(['8', '9', 'a', 'b'])}${d}-${e}`;
}
