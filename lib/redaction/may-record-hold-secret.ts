import { buildCueFilter } from './cue-filter';
import { CUE_WORDS, TEXT_CUES } from './find-secrets';
import { MAX_DEPTH } from './redact-value';
import { NAME_CUE_WORDS, NAME_CUES } from './secret-name';

/** What a rule looks for in a text, and what a secret's name has in it. */
const mayHoldCue = buildCueFilter([...CUE_WORDS, ...NAME_CUE_WORDS], new RegExp(`${TEXT_CUES}|${NAME_CUES}`, 'i'));
/** A backslash, the two ways a terminal code begins, and the Kelvin sign, which is a `k` in small letters. */
const HIDING = ['\\', '\u001b', '\u009b', '\u212a'];

/**
 * Whether redaction could change anything in this record, told from its JSON as it was received. When false,
 * `redactValue` answers the very same object and `redactText` the same text for every string in it, so neither need be
 * called; a redaction stream in which something is still open needs the message all the same. True is no finding.
 */
export function mayRecordHoldSecret(json: string): boolean {
  return mayHoldCue(json) || HIDING.some((sign) => json.includes(sign)) || hasManyOf(json, '{') || hasManyOf(json, '[');
}

/** Half the depth's brackets of either kind: fewer cannot be nested so deep that `redactValue` would cut them off. */
function hasManyOf(json: string, bracket: string): boolean {
  let count = 0;
  for (let at = json.indexOf(bracket); at >= 0; at = json.indexOf(bracket, at + 1)) {
    count += 1;
    if (count >= MAX_DEPTH / 2) return true;
  }
  return false;
}
