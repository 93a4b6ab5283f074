import { opensName, tailOf } from './continuation';
import type { OpenSecret } from './grammar/open-secret';

const WORDS =
  'pass ?(?:word|wd|phrase|code)|passw[oö]rt|kennwort|mot de passe|contraseña|wachtwoord|senha|secret|pin|otp|(?:verification|token|security|access|one-time) code|community(?: string)?';
/** A prompt: the word, what it is for, and a sign that something is to be typed. */
const PROMPT = new RegExp(
  String.raw`(?:^|[^\w-])(?:${WORDS})s?(?:[ \t]+(?:for|of|to|or|again|on|für|von|de|pour|van|voor)\b[^:\n]{0,100}|[ \t]*\([^)\n]{0,60}\)|[ \t]*\[[^\]\n]{0,60}\])?[ \t]*[:>?]$`,
  'i',
);
/** Prompts without the sign or without the word, alone on their line. In small letters `password` is a word of lists. */
const BARE_PROMPT =
  /^\W{0,3}(?:(?:(?:[Ee]nter|New|Enable|Your)(?: the| your| new)? pass(?:word|phrase|code))|Pass(?:word|phrase|code)|(?:[Cc]onfirm|[Rr]etype|[Rr]e-?enter|[Rr]epeat|[Vv]erify|[Aa]gain)(?: it| again)?:)\W{0,3}$/;
/** A pattern that a program waits for: `"*assword:"`. */
const EXPECTED = /^expect: (?:does|set|timed)?.{0,200}assw?(?:ord|hrase)\S{0,4}[: ]/i;
/** A message about a password is no prompt for one, and one of a failure names no value. */
const FAILURE = /\b(?:fail(?:ed|ure)?|error|could not|cannot|can't|unable|invalid|wrong|missing|warning|denied)\b/i;
const ABOUT =
  /\b(?:policy|expired?|history|requirements?|deprecated|changed|updated|encrypted|retriev\w+|load\w+|stor\w+)\b/i;
const CLOSERS = /[)"'\]}\s\\]{1,12}$/;

/** Whether the line ends with a prompt for a secret; `tail` is `tailOf` it. */
export function isPrompt(line: string, tail = tailOf(line)): boolean {
  const shown = tail.replace(CLOSERS, '');
  if (/[:>?]$/.test(shown) && PROMPT.test(shown)) return !ABOUT.test(shown) && !FAILURE.test(shown);
  return EXPECTED.test(line) || (line.length < 60 && BARE_PROMPT.test(line));
}

/** The rule of a prompt whose answer may have several words. */
export const PASSPHRASE = 'passphrase';

/** Whether a value is asked for, or named, at the line's end. */
export function opensValue(line: string): OpenSecret | null {
  const tail = tailOf(line);
  if (isPrompt(line, tail)) {
    const rule = /pass ?phrase/i.test(tail) ? PASSPHRASE : 'password';
    return { kind: 'value', rule, form: 'answer', strays: 0 };
  }
  const name = opensName(tail);
  if (name === null || (name.form === 'line' && FAILURE.test(tail))) return null;
  return { kind: 'value', ...name, strays: 0 };
}
