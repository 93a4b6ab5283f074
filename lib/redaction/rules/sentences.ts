import { holdsMarker } from '../grammar/marker';
import type { CueSite } from '../grammar/cue-site';
import { isLikelyProse, isNoValue, isPlainValue, isWhereOrWhen, looksSecret } from '../grammar/plain-value';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';
import { ruleOfName, secretNameRule } from '../grammar/secret-name';
import { FOREIGN_NOUN, NOUN } from '../grammar/spoken-names';

/** `key` by itself is many things. */
const KEY =
  /(?:api|auth|secret|shared|pre-?shared|psk|encryption|fernet|aes|master|private|licen[sc]e|activation|product|wi-?fi|wlan|wireless|wep|wpa2?|radius|tacacs\+?|ntp|bgp|ospf|md5|isakmp|ike|ipsec|session|access|account|storage|signing|hmac|tsig|host|group|server|recovery|root|unseal|decryption)[ -]$/i;

const FOR_PROTOCOL = /^ (?:for|of) (?:radius|tacacs|bgp|ntp|ospf|isakmp|vpn|wi-?fi|wlan|snmp)/i;

/** A bracket's contents, something quoted, or a word; a colon only within it. */
const ITEM = String.raw`(?:\([^()\n]{0,80}\)|\\?'[^'\n]{1,60}\\?'|"[^"\n]{1,60}"|(?:[^\s:=()'",;\[\]]|[:](?=[^\s'":])){1,64})`;
const IS = String.raw`(?:(?:should|must|will|may|can)[ \t]+be|(?:needs|has)[ \t]+to[ \t]+be|is|was|are|were|now|(?:est|sera)[ \t]+(?:désormais|maintenant|toujours)|es[ \t]+ahora|ist[ \t]+(?:jetzt|nun|noch)|ist|war|wird|lautet|est|es|é|è|será|sarà)`;
const SET =
  '(?:set|reset|changed|updated|rotated|replaced|stored|saved|known|given|provided|entered|geändert|ersetzt|remplacée?|changée?|réinitialisée?|modifiée?|cambiad[ao]|auth|authentication)';
/** Words and signs between a name and its value. */
const LINK =
  String.raw`(?:[ \t]{0,8}(?:=>|->|:=|:(?:[ \t]+(?:with|->))?|=)[ \t]+|[ \t]*(?:=>|=)(?=[^\s=])|` +
  String.raw`[ \t]+(?:${IS}(?:[ \t]+(?:now|also|still|currently|${SET}[ \t]+to))?|${SET}[ \t]+(?:to|as|auf|with|by|zu|durch|à|a|en|par|por))[ \t]{0,4}:?[ \t]+)(?:[«„“][ \u00a0]?|\*{1,2}(?=[^\s*])|<(?:b|code|em|i|kbd|strong|tt)>)?`;
const DIRECT = new RegExp(`()(${LINK})`, 'iy');
const TIE = new RegExp(String.raw`((?:[ \t]+${ITEM}){1,12}?)(${LINK})`, 'iy');
/** Of other languages not every verb and adjective is known: `mot de passe reçu : VALUE`, when the value is made up. */
const FOREIGN_TIE = new RegExp(
  String.raw`((?:[ \t]+${ITEM}){1,8}?)([ \t]{0,4}[:=][ \t]+|[ \t]+(?:${IS}(?:[ \t]*:)?|devient|est[ \t]+devenue?|lautet[ \t]+nun|diventa|passa[ \t]+a|pasa[ \t]+a[ \t]+ser)[ \t]+)`,
  'iy',
);
const REACH = 160;

/** The first word after the name when the value may follow further on: where, whose, which, how it came. */
const MAY_FOLLOW =
  /[ \t]+(?:\(|\\?['"]|(?:for|of|from|in|on|at|by|to|used|configured|selected|stored|fetched|found|set|given|provided|received|read|loaded|retrieved|returned|taken|got|obtained|decrypted|generated|created|entered|typed|supplied|resolved|reset|changed|incorrect|wrong|tried|arg|argument|parameter|auth|authentication|value|string|hash|text|für|fuer|von|auf|des|der|am|de|du|del|da|do|di|van|voor|pour|para|per|sur|en)(?![\w-]))/iy;
/** `… for user: netops`: the last word names something else than a secret. */
const THING =
  /(?:^|[ \t])(?:device|host|server|user|username|account|interface|port|file|path|url|uri|realm|domain|id|job|run|reason|error|status|state|result|time|date|line|step|task|attempt|by|at|in|on|from|for|via|using|method|type|mode|algorithm|length|policy|version|name|serial|address|ip|field|column|table|group|role|level|peer|neighbor|failed|failure|exception|message|prompt|and|or|not)$/i;
/** Statements about secrets in the same languages. */
const FOREIGN_PLAIN =
  /^(?:abgelaufen|falsch|ungültig|geändert|leer|gesetzt|nicht|korrekt|richtig|fehlt|erforderlich|bekannt|gesperrt|abgelehnt|zu|noch|kein|caducad[ao]|incorrect[ao]e?|expirad[ao]|inválid[ao]|válid[ao]|requerid[ao]|expirée?|invalide|valide|vide|requis|obligatoire|erroné|refusé|obligatoires?|obligat[óo]ri[ao]|necesari[ao]|vac[íi][ao]|aucune?|inconnue?|absente?|désactivée?|activée?|illisible|errata|scaduta|verlopen|ongeldig|onjuist|vereist|pas|no)[.,!]?$/i;
/** A setting, a call, an option, a path. */
const NO_WORD = /^(?:[A-Za-z_][\w.-]{0,40}=[^=\s]|[\w.]{1,40}\(|[-/{[(])/;
const LONE = /^\\{0,15}["']?[.!]?[ \t)\]]{0,4}(?:$|[\r\n]|\\[rn])/;
const ENDING = /[.,;:!)\]»”*]+$/;
/** Behind a verb stands what is said of a secret as often as the secret: `wachtwoord is veranderd`, `è inattiva`. */
const SAYS = /^[ \t]+(?:is|was|ist|war|wird|est|sera|es|é|è|será|sarà)[ \t]/i;
const SAID = /^[a-zà-ÿ-]+$/;

/** `password (from vault, entry 7) = VALUE`, `the secret for RADIUS server 192.0.2.61 is: VALUE`, `Kennwort: VALUE`. */
const tiedRule: Rule = {
  cues: [
    ...[
      'passw',
      'passp',
      'passc',
      'pass is',
      'secret',
      'token',
      'communit',
      'psk',
      'key',
      'pwd',
      'kennwort',
      'geheimnis',
    ],
    ...[
      'schlüssel',
      'schluessel',
      'zugangscode',
      'mot de passe',
      'contrase',
      'clave',
      'clef ',
      'clés ',
      'clé ',
      'cle ',
      'mdp',
      'phrase ',
      'communaut',
      'comunidad',
      'jeton',
      'chiave ',
      'chave ',
      'llave ',
      'sleutel ',
      'palavra-passe',
      'segredo',
      'code d',
      'code pin',
      'code secret',
      'código ',
      'codigo ',
      'codice ',
    ],
    ...[
      'senha',
      'parola d',
      'parola chiave',
      'wachtwoord',
      'haslo',
      'hasło',
      'lösenord',
      'losenord',
      'pw is',
      'pw für',
    ],
    ...[
      'pin:',
      'pin is',
      'pin =',
      'pin code',
      'pin-code',
      'pin for',
      'pin of',
      'pin lautet',
      'otp is',
      'otp:',
      'otp for',
      'puk',
      'tan:',
      'tan is',
      'time code',
      'ion code',
    ],
  ],
  find: findTied,
};

function findTied(site: CueSite): Finding | null {
  const noun = nounAt(site);
  if (noun === null) return null;
  const { text } = site;
  const near = tieAt(text, noun.end);
  const tie = near ?? (noun.isForeign ? foreignTieAt(text, noun.end) : null);
  if (tie === null || tie[0].length > REACH) return null;
  const [, between = '', link = ''] = tie;
  if (!mayTie(noun.isForeign, between, link)) return null;
  const at = noun.end + tie[0].length;
  const { range, done, value: raw } = site.argumentAt(at);
  if (done >= 0) return { start: at, end: done, rule: null };
  const isQuoted = range.start > at;
  const ending = isQuoted ? '' : (ENDING.exec(raw)?.[0] ?? '');
  const end = range.end - (raw.length < 300 ? ending.length : 0);
  const value = raw.slice(0, raw.length - ending.length);
  const after = text.slice(end, end + 40);
  if (near === null && !isQuoted && !looksSecret(value)) return null;
  if (noun.isForeign && !isQuoted && SAYS.test(link) && SAID.test(value) && !link.includes(':')) return null;
  const isSecret = isTiedValue({ value, after, isQuoted, isLoose: between !== '' || !noun.isForeign });
  return isSecret ? { start: range.start, end, rule: noun.rule } : null;
}

function tieAt(text: string, at: number): RegExpExecArray | null {
  DIRECT.lastIndex = at;
  const direct = DIRECT.exec(text);
  if (direct !== null) return direct;
  MAY_FOLLOW.lastIndex = at;
  if (!MAY_FOLLOW.test(text)) return null;
  TIE.lastIndex = at;
  return TIE.exec(text);
}

function foreignTieAt(text: string, at: number): RegExpExecArray | null {
  FOREIGN_TIE.lastIndex = at;
  return FOREIGN_TIE.exec(text);
}

type Noun = { end: number; isForeign: boolean; rule: string };

function nounAt({ text, cueStart, wordStart, wordEnd, word, head }: CueSite): Noun | null {
  for (const start of wordStart === cueStart ? [wordStart] : [wordStart, cueStart]) {
    if (start > 0 && start !== wordStart && /[\w-]/.test(text[start - 1] ?? '')) continue;
    NOUN.lastIndex = start;
    const found = NOUN.exec(text)?.[0];
    if (found === undefined) continue;
    // `Community name: VALUE` is a label as it stands, like the names of other languages.
    const isForeign = FOREIGN_NOUN.test(found) || /communit.*[ _-](?:string|name)$/i.test(found);
    return { end: start + found.length, isForeign, rule: ruleOfName(found) };
  }
  if (/^keys?$/i.test(word) && (KEY.test(head) || FOR_PROTOCOL.test(text.slice(wordEnd, wordEnd + 20)))) {
    return { end: wordEnd, isForeign: false, rule: 'key' };
  }
  const rule = secretNameRule(word);
  return rule === null ? null : { end: wordEnd, isForeign: false, rule };
}

function mayTie(isForeign: boolean, between: string, link: string): boolean {
  if (between === '') return isForeign || /[a-zà-ü]/i.test(link);
  return !THING.test(between);
}

type Tied = { value: string; after: string; isQuoted: boolean; isLoose: boolean };

function isTiedValue({ value, after, isQuoted, isLoose }: Tied): boolean {
  if (holdsMarker(value)) return false;
  if (isQuoted) return !isNoValue(value) && !isPlainValue(value);
  if (FOREIGN_PLAIN.test(value) || isPlainValue(value) || isWhereOrWhen(value) || NO_WORD.test(value)) return false;
  if (looksSecret(value)) return true;
  if (!LONE.test(after) || value.length < 4) return false;
  return !isLoose || !isLikelyProse(value, after);
}

export const sentenceRules: readonly Rule[] = [tiedRule];
