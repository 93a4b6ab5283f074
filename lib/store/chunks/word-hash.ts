/**
 * Words as the index of sealed chunks knows them: runs of ASCII letters, digits and `_`, case ignored, hashed to 32 bits
 * and kept as two halves of 16. Both halves must be in a chunk for it to be a candidate, which lets 0.2 % of the chunks
 * pass by chance; each half is a small integer, so its postings stay short (docs/decisions/0010-search.md).
 * Other characters part words in text and query alike, so a chunk that matches is never left out.
 */
export type WordHalves = { a: number[]; b: number[] };

/** FNV-1a's offset and prime (isthe.com/chongo/tech/comp/fnv), and the finaliser of MurmurHash3 to spread them. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

function finish(hash: number): number {
  let x = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return x ^ (x >>> 16);
}

/** Code of the lower-case word character, 0 for any other character; looked up for every character of every line. */
const WORD_CODE = Uint8Array.from({ length: 128 }, (_, code) => {
  const char = String.fromCharCode(code);
  return /\w/.test(char) ? char.toLowerCase().charCodeAt(0) : 0;
});

/** Hash, start and end of a word in its text. */
export type OnWord = (hash: number, start: number, end: number) => void;

/** Calls `onWord` for every word of `text`, in order; linear, without an object a word. */
export function forEachWord(text: string, onWord: OnWord): void {
  let hash = FNV_OFFSET;
  let start = -1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const code = unit < 128 ? (WORD_CODE[unit] ?? 0) : 0;
    if (code !== 0) {
      hash = Math.imul(hash ^ code, FNV_PRIME);
      if (start < 0) start = at;
    } else if (start >= 0) {
      onWord(finish(hash), start, at);
      hash = FNV_OFFSET;
      start = -1;
    }
  }
  if (start >= 0) onWord(finish(hash), start, text.length);
}

/** Adds the hash of every word of `text` to `hashes`. */
export const addWordHashes = (hashes: Set<number>, text: string): void =>
  forEachWord(text, (hash) => void hashes.add(hash));

export type NameKind = 'component' | 'device' | 'phase' | 'run';

/** Hash of a whole, exact name; no word of a text has it except by chance. */
export function hashName(kind: NameKind, name: string): number {
  let hash = FNV_OFFSET;
  for (const text of [kind, '\0', name]) {
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return finish(hash);
}

/** The two smallint lists of a set of hashes, each sorted and without repeats, as the index stores and asks for them. */
export function splitHashes(hashes: Iterable<number>): WordHalves {
  const a = new Set<number>();
  const b = new Set<number>();
  for (const hash of hashes) {
    a.add((hash << 16) >> 16);
    b.add(hash >> 16);
  }
  const sorted = (half: Set<number>) => [...half].sort((one, other) => one - other);
  return { a: sorted(a), b: sorted(b) };
}
