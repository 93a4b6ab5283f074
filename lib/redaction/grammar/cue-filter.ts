/**
 * Finds literals in a text, in any number at the cost of few. Three characters of every cue stand for it: first the three
 * that are rarest in it, as bits of a table (32 KiB, so that it stays in the processor's first cache), which nearly every
 * text passes without a hit; then, in the few texts that hold a cue, its first three, so that cues are found in order.
 */
const CLASS_BITS = 6;
const CLASSES = 2 ** CLASS_BITS;
const TABLE_MASK = 2 ** (3 * CLASS_BITS) - 1;
const ASCII = 128;
/** Letters by their frequency in English and in logs; signs that are not listed are rarer. */
const COMMON = '" etaoinsr:lhd,_cumpgf0123456789.-';
/** Words that every record contains; parts of them tell nothing. */
const ORDINARY =
  '"timestamp" "level" "message" "job_id" "run_id" "session_id" "device" "phase" "component" "additional_fields" gateway ' +
  'connected connecting connection negotiated running configuration interface checksum unchanged stored answered waiting ' +
  'port in ms to from for with of and at login logged host device backup finished started failed error warning info ' +
  'duration_ms attempt driver netmiko_driver worker.executor queue authenticate execute fetch diff store command output';
const MIN_CUE = 3;

/** Signs with a class of their own: those that cues have. */
const SIGNS = ` "':-_./$=,([]<>\\@+;\t*%!~#`;
/** Signs and control characters that next to no cue has: a run of line ends must not look like one of foreign letters. */
const NO_CUE = 63;
/** Letters without case, digits, signs; 0 is everything beyond ASCII. */
const classOf = Uint8Array.from({ length: ASCII }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  if (char >= 'a' && char <= 'z') return char.charCodeAt(0) - 96;
  if (char >= '0' && char <= '9') return code - 21;
  return SIGNS.includes(char) ? 37 + SIGNS.indexOf(char) : NO_CUE;
});
const classAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < ASCII ? (classOf[code] ?? 0) : 0;
};

const commonness = (char: string): number => {
  const rank = COMMON.indexOf(char);
  return rank < 0 ? 1 : COMMON.length - rank + 1;
};

/** Where the rarest three characters of a cue begin. */
function rarestPart(cue: string): number {
  let best = 0;
  for (let at = 1; at + MIN_CUE <= cue.length; at += 1) {
    if (weight(cue.slice(at, at + MIN_CUE)) < weight(cue.slice(best, best + MIN_CUE))) best = at;
  }
  return best;
}
const weight = (part: string): number =>
  [...part].reduce(
    (product, char) => product * commonness(char),
    ORDINARY.includes(part) ? COMMON.length ** MIN_CUE : 1,
  );

/** `offset` is where the three characters that stand for the cue begin in it. */
type Entry = { cue: string; offset: number };
/** Which threes stand for a cue, and for which. */
type PartTable = { bits: Int32Array; entries: Map<number, Entry[]> };

function buildPartTable(cues: readonly string[], partOf: (cue: string) => number): PartTable {
  const bits = new Int32Array((TABLE_MASK + 1) / 32);
  const entries = new Map<number, Entry[]>();
  for (const cue of cues) {
    const offset = partOf(cue);
    const part = (classAt(cue, offset) * CLASSES + classAt(cue, offset + 1)) * CLASSES + classAt(cue, offset + 2);
    bits[part >> 5] = (bits[part >> 5] ?? 0) | (1 << (part & 31));
    entries.set(part, [...(entries.get(part) ?? []), { cue, offset }]);
  }
  return { bits, entries };
}

export type FoundCue = { cue: string; index: number };

/** Whether one of the table's threes belongs to its cue. */
function isAnyIn(text: string, { bits, entries }: PartTable): boolean {
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    last = ((last << CLASS_BITS) | (code < ASCII ? (classOf[code] ?? 0) : 0)) & TABLE_MASK;
    if (((bits[last >> 5] ?? 0) & (1 << (last & 31))) === 0) continue;
    if (isAnyAt(text, at + 1 - MIN_CUE, entries.get(last))) return true;
  }
  return false;
}

function isAnyAt(text: string, part: number, entries: readonly Entry[] = []): boolean {
  for (const { cue, offset } of entries) if (part >= offset && standsAt(text, part - offset, cue)) return true;
  return false;
}

const CASE_BIT = 32;

/** Capitals of ASCII count as small letters. */
function standsAt(text: string, index: number, cue: string): boolean {
  for (let at = 0; at < cue.length; at += 1) {
    const code = text.charCodeAt(index + at);
    const wanted = cue.charCodeAt(at);
    if (code !== wanted && !(code >= 65 && code <= 90 && (code | CASE_BIT) === wanted)) return false;
  }
  return true;
}

/**
 * A tree of the cues by the classes of their characters: from 64 times a node on stand its children, 0 for none. `bits`
 * are of the first three characters.
 */
type CueTree = { bits: Int32Array; children: Uint16Array; ends: readonly (readonly string[] | undefined)[] };

function buildCueTree(cues: readonly string[]): CueTree {
  const size = 1 + cues.reduce((sum, cue) => sum + cue.length, 0);
  const children = new Uint16Array(size * CLASSES);
  const ends: (string[] | undefined)[] = Array.from({ length: size }, () => undefined);
  let last = 0;
  for (const cue of cues) {
    let node = 0;
    for (let at = 0; at < cue.length; at += 1) {
      const place = node * CLASSES + classAt(cue, at);
      if (children[place] === 0) children[place] = last += 1;
      node = children[place] ?? 0;
    }
    (ends[node] ??= []).push(cue);
  }
  const { bits } = buildPartTable(cues, () => 0);
  return { bits, children: children.slice(0, (last + 1) * CLASSES), ends };
}

/** The longest cue that begins at `start`; dozens of cues begin with the same three characters, and are told apart in one walk. */
function longestAt(text: string, start: number, { children, ends }: CueTree): string | null {
  let longest: string | null = null;
  for (let at = start, node = 0; at < text.length; at += 1) {
    node = children[node * CLASSES + classAt(text, at)] ?? 0;
    if (node === 0) break;
    const cues = ends[node];
    if (cues === undefined) continue;
    // Characters of one class are not always the same.
    for (const cue of cues) if (standsAt(text, start, cue)) longest = cue;
  }
  return longest;
}

/** The first cue that begins at `from` or later. */
function findInOrder(text: string, from: number, tree: CueTree): FoundCue | null {
  const { bits } = tree;
  let last = 0;
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    last = ((last << CLASS_BITS) | (code < ASCII ? (classOf[code] ?? 0) : 0)) & TABLE_MASK;
    if (((bits[last >> 5] ?? 0) & (1 << (last & 31))) === 0) continue;
    const index = at + 1 - MIN_CUE;
    const cue = index < from ? null : longestAt(text, index, tree);
    if (cue !== null) return { cue, index };
  }
  return null;
}

export type CueFilter = {
  /** False for nearly every ordinary line. */
  isIn: (text: string) => boolean;
  /** The first cue that begins at `from` or later, the longest of several. */
  next: (text: string, from: number) => FoundCue | null;
};

/** `cues` are literals in small letters, of at least three characters. */
export function buildCueFilter(cues: readonly string[]): CueFilter {
  const byRarest = buildPartTable(cues, rarestPart);
  const tree = buildCueTree(cues);
  return {
    isIn: (text) => isAnyIn(text, byRarest),
    next: (text, from) => findInOrder(text, from, tree),
  };
}
