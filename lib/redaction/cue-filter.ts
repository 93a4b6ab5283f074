/**
 * Three characters of every cue that are rarest in it, as bits of a table (32 KiB, so that it stays in the processor's first cache): a text in which no three neighbours are
 * marked holds no cue. One look-up a character, several times quicker than the cues' own pattern, which is asked only
 * about the few texts that pass.
 */
const CLASS_BITS = 6;
const CLASSES = 2 ** CLASS_BITS;
const TABLE_MASK = 2 ** (3 * CLASS_BITS) - 1;
const ASCII = 128;
/** Letters by how often they stand in English and in logs; signs that are not named here are rarer. */
const COMMON = '" etaoinsr:lhd,_cumpgf0123456789.-';
/** What every record has in it anyhow; parts of these words tell nothing. */
const ORDINARY =
  '"timestamp" "level" "message" "job_id" "run_id" "session_id" "device" "phase" "component" "additional_fields" gateway ' +
  'connected connecting connection negotiated running configuration interface checksum unchanged stored answered waiting ' +
  'port in ms to from for with of and at login logged host device backup finished started failed error warning info ' +
  'duration_ms attempt driver netmiko_driver worker.executor queue authenticate execute fetch diff store command output';
const MIN_CUE = 3;

/** Signs with a class of their own, all that cues have and records are full of. */
const SIGNS = ` "':-_./$=,()[]{}?&<>|\\@+;\t`;
/** Letters without case, digits, signs; 0 is everything else. */
const classOf = Uint8Array.from({ length: ASCII }, (_, code) => {
  const char = String.fromCharCode(code).toLowerCase();
  if (char >= 'a' && char <= 'z') return char.charCodeAt(0) - 96;
  if (char >= '0' && char <= '9') return code - 21;
  return SIGNS.includes(char) ? 37 + SIGNS.indexOf(char) : 0;
});

const commonness = (char: string): number => {
  const rank = COMMON.indexOf(char);
  return rank < 0 ? 1 : COMMON.length - rank + 1;
};

function rarestPart(cue: string): string {
  let best = cue.slice(0, MIN_CUE);
  for (let at = 1; at + MIN_CUE <= cue.length; at += 1) {
    const part = cue.slice(at, at + MIN_CUE);
    if (weight(part) < weight(best)) best = part;
  }
  return best;
}
const weight = (part: string): number =>
  [...part].reduce(
    (product, char) => product * commonness(char),
    ORDINARY.includes(part) ? COMMON.length ** MIN_CUE : 1,
  );

/** `cues` are literals of at least three ASCII characters; `pattern` finds nothing in a text that holds none of them. */
export function buildCueFilter(cues: readonly string[], pattern: RegExp): (text: string) => boolean {
  const table = new Int32Array((TABLE_MASK + 1) / 32);
  for (const cue of cues) {
    const [a = 0, b = 0, c = 0] = [...rarestPart(cue)].map((char) => classOf[char.charCodeAt(0)] ?? 0);
    const part = (a * CLASSES + b) * CLASSES + c;
    table[part >> 5] = (table[part >> 5] ?? 0) | (1 << (part & 31));
  }
  return (text) => hasMarkedPart(text, table) && pattern.test(text);
}

function hasMarkedPart(text: string, table: Int32Array): boolean {
  let last = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    last = ((last << CLASS_BITS) | (code < ASCII ? (classOf[code] ?? 0) : 0)) & TABLE_MASK;
    if (((table[last >> 5] ?? 0) & (1 << (last & 31))) !== 0) return true;
  }
  return false;
}
