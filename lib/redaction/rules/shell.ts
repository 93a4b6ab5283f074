import { commandRule, GAP, lead } from '../grammar/command-rule';
import { holdsMarker } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import { isPath, looksSecret } from '../grammar/plain-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { secretNameRule } from '../grammar/secret-name';

/** `--db-password VALUE`, `-password VALUE`, `set db_password VALUE`; with `=` it is an assignment. */
const optionRule: Rule = {
  cues: ['passw', 'passp', '--pass', 'secret', 'key', 'token', 'communit', 'psk', 'pwd', '_pass '],
  find: findOption,
};
/** Spaces, or the next item of a list as Python shows one: `'--password', 'VALUE'`. */
const SPACES = /[ \t]+|\\{0,15}["'],[ \t]?(?=[bu]?\\{0,15}["'](?![\w-]{1,40}\\{0,15}["'][ \t]?:))/y;

/** A program's help: the short option before the long one, behind which stands a name for the value or what it does. */
const HELP = /^[ \t]*-\w[,|/]?[ \t]*$/;

function findOption(site: CueSite): Finding | null {
  const { text, word, wordStart, wordEnd } = site;
  SPACES.lastIndex = wordEnd;
  if (!SPACES.test(text)) return null;
  const isSetting = word.includes('_') && site.follows(/\bset[ \t]+$|^[ \t]*$/);
  const isName = text[wordStart] === '-' || isSetting;
  const rule = isName ? secretNameRule(word) : null;
  if (rule === null) return null;
  const at = SPACES.lastIndex;
  const { range, done, value, isPlain } = site.argumentAt(at);
  if (done >= 0) return { start: at, end: done, rule: null };
  if (isPlain || /^(?:ou|oder|o|y|et|und|para|pour)$|^(?:-|\([A-Za-z][\w-]*$)/.test(value) || holdsMarker(value)) {
    return null;
  }
  if ((isSetting || site.follows(HELP)) && !looksSecret(value)) return null;
  if (site.follows(HELP) && /^[\p{Lu}-]+$/u.test(value)) return null;
  return /key|token/.test(rule) && isPath(value) ? null : { ...range, rule };
}

/** radtest(1): the user's password, the server, a port and the shared secret. */
const radtest = commandRule({
  name: 'password',
  cues: ['radtest'],
  lead: lead(String.raw`radtest${GAP}(?:-[a-z]${GAP}\S{1,20}${GAP})?\S{1,64}${GAP}`),
  reach: /[ \t]+\S+[ \t]+\d{1,5}[ \t]+[^\s"']+/y,
});

/** What is piped into a program that reads a password. */
const echo = commandRule({
  name: 'password',
  cues: ['echo ', 'printf '],
  lead: lead(
    String.raw`(?:echo|printf)${GAP}(?:-\w${GAP})?(?:["']%s(?:\\n)?["']${GAP})?(?:(?:\\{0,15}["'])?[^\s:"'\\|]{1,64}:)?`,
  ),
  accepts: ({ after }) =>
    /^\\{0,15}["']?[ \t]{0,8}\|[ \t]{0,8}(?:sudo[ \t]+)?(?:chpasswd|-S|passwd|kinit|\S+.{0,24}--password-stdin)/.test(
      after.replace('sudo -', '-'),
    ),
});

export const shellRules: readonly Rule[] = [optionRule, radtest, echo];
