import { commandRule, GAP, lead } from '../grammar/command-rule';
import { markerEnd } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import { isPlainValue, isWhereOrWhen, looksSecret } from '../grammar/plain-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';

const NAME =
  '(?:pass(?:word|wd|phrase|code|wort)|kennwort|mot de passe|contrase[ñn]a|senha|wachtwoord|secret|community|psk|pin|key)s?(?:[ _-]?string)?';
const CUES = [
  'passw',
  'passp',
  'passc',
  'kennwort',
  'mot de passe',
  'contrase',
  'senha',
  'wachtwoord',
  'secret',
  'communit',
  'psk',
  'key',
];
const WORDS = String.raw`(?:(?!from |von |de )[^\s"':=]{1,64}[ \t]+){0,6}`;
const TO = String.raw`(?:to|auf|nach|en|à|a|naar|para|->|=>)`;
const GOES_ON = new RegExp(String.raw`^\\{0,15}["']?[ \t]+${TO}[ \t]`);
/** These change too, and are no secrets. */
const SUBJECT = /polic|method|length|type|mode|algorithm|level|size|format|expir|auth|owner|group|state|status/i;

/** `password changed from VALUE to VALUE`, `Passwort geändert von VALUE auf VALUE`: both, with the word between. */
const changed: Rule = commandRule({
  name: 'password',
  cues: CUES,
  lead: lead(String.raw`${NAME}${GAP}${WORDS}(?:from|von|de|da|van)${GAP}`),
  accepts: ({ value, after, lead: leadText, site }) => {
    if (isWhereOrWhen(value) || SUBJECT.test(leadText)) return false;
    const isChange =
      /chang|rotat|updat|reset|replac|geändert|cambi|modifi/i.test(leadText) ||
      site.follows(/(?:chang|rotat|updat|replac)\w{1,5}[ \t]+.{0,40}$/i);
    return GOES_ON.test(after) && (isChange || looksSecret(value));
  },
  reach: new RegExp(String.raw`\\{0,15}["']?[ \t]+${TO}[ \t]+[^\s"']+`, 'y'),
});

/** `password mismatch: expected VALUE got VALUE`, `passwords differ: 'VALUE' and 'VALUE'`. */
const differ: Rule = commandRule({
  name: 'password',
  cues: ['passw', 'secret', 'communit', 'psk', 'passp'],
  lead: lead(
    String.raw`${NAME}${GAP}(?:mismatch(?:ed)?|differs?|did${GAP}not${GAP}match|does${GAP}not${GAP}match|do${GAP}not${GAP}match)(?:${GAP}(?:for|on|of)${GAP}\S{1,64})?[ \t]{0,4}:[ \t]{0,4}(?:(?:expected|wanted|have|got|sent)[ \t]+)?`,
  ),
  accepts: ({ value, isQuoted }) => isQuoted || looksSecret(value),
  reach:
    /\\{0,15}["']?(?:,|[ \t]*!=)?[ \t]+(?:(?:but|and|got|received|instead|of|vs\.?)[ \t]+){0,2}(?:[^\s"']+|["'][^"'\n]{1,80})/y,
});

/** What is said of a value that stands before the name: `sent 'VALUE' after Password:`, `logged in with VALUE as password`. */
/** How the secret's name follows its value: `as the enable secret`, `when asked for a password`, `at the Password:`. */
const LEADS_TO = String.raw`(?:,[ \t]+(?:it|this|which)[ \t]+is|\)?;?[ \t]{1,4}(?:#|\/\/)|[ \t]+(?:after|as|at|for|to|comme|als|como|come|answering|when[ \t]+(?:asked|prompted)[ \t]+for|in[ \t]+(?:answer|response|reply)[ \t]+to))[ \t]+(?:(?:the|a|its|your|le|la|el|il|das|neues|nouveau)[ \t]+)?(?:(?:enable|admin|root|shared|snmp|new|login|default)[ \t]+)?\\{0,15}["'[]?$`;
const BEFORE = new RegExp(
  String.raw`(?:^|[\s(:])(?:b?\\{0,15}(["'])([^"'\n\\]{1,80})(?:[\r\n]|\\{1,8}[rn])*\\{0,15}\1|([^\s"'\\,]{4,80})(?:\\{1,8}[rn])*)${LEADS_TO}`,
);
const BEFORE_LIMIT = 140;
/** The end of the above, asked first: it costs less. */
const BEFORE_END = new RegExp(LEADS_TO);

const before: Rule = {
  cues: [
    ...['password', 'passphrase', 'passcode', 'secret', 'assword:', 'community'],
    ...['mot de passe', 'mdp', 'passwort', 'kennwort', 'contrase', 'clave', 'senha', 'wachtwoord'],
  ],
  find: findBefore,
};

function findBefore({ text, wordStart, floor }: CueSite): Finding | null {
  if (!BEFORE_END.test(text.slice(Math.max(floor, wordStart - 60), wordStart))) return null;
  const from = Math.max(floor, wordStart - BEFORE_LIMIT);
  const head = text.slice(from, wordStart);
  const match = BEFORE.exec(head);
  const value = match?.[2] ?? match?.[3];
  if (match === null || value === undefined) return null;
  const isQuoted = match[2] !== undefined;
  if (
    isPlainValue(value) ||
    isWhereOrWhen(value) ||
    (isQuoted
      ? (/\s/.test(value) && !looksSecret(value)) || /^[\w ]*(?:password|prompt)/i.test(value)
      : !looksSecret(value))
  ) {
    return null;
  }
  const start = from + match.index + match[0].indexOf(value);
  return markerEnd(text, start) >= 0 ? null : { start, end: start + value.length, rule: 'password' };
}

/** `default password (VALUE) still in use`, `Password   [VALUE]`. */
const bracketed: Rule = commandRule({
  name: 'password',
  cues: ['passw', 'passp', 'secret', 'communit', 'psk'],
  lead: lead(String.raw`${NAME}${GAP}(?:\((?=[^\s()]{4,80}\))|\[(?=[^\s[\]]{4,80}\][ \t]*(?:$|[\r\n])))`),
  accepts: ({ value }) => looksSecret(value) && !isWhereOrWhen(value),
});

export const changeRules: readonly Rule[] = [changed, differ, bracketed, before];
