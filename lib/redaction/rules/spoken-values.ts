import { commandRule, GAP, lead } from '../grammar/command-rule';
import type { CueSite } from '../grammar/cue-site';
import type { Finding } from '../grammar/finding';
import { holdsMarker } from '../grammar/marker';
import { isWhereOrWhen, looksSecret } from '../grammar/plain-value';
import type { Rule } from '../grammar/rule';
import { NO_USER } from './pairs';

/** Names of secrets, also in compounds: `Enable-Passwort`, `WLAN-Schlüssel`. */
const NOUN = String.raw`(?:(?:[\w-]{0,30}?(?:pass(?:wort|word|wd|phrase|code)|kennwort|schl(?:ü|ue)ssel|community)|pwd|pw|psk|mot de passe|mdp|phrase secr[eè]te|frase de contrase(?:ñ|n)a|contrase(?:ñ|n)a|clave|secreto|secret|cl[ée](?= (?:secr|priv|part|est))|communauté|comunidad)(?![\w-]))`;
/** Words between the noun and its value: verbs, changes, and what tells one secret of several from the others. */
const CONNECTING = [
  'is|was|now|still|currently|here|to|be|been|has|have|set|reset|changed|updated|rotated|again|below|snmp|radius|type|enter|send|for the console',
  'ist|war|wird|wurde|lautet|jetzt|nun|noch|auf|zu|zurückgesetzt|geändert|gesetzt|für den router|für die konsole',
  'est|était|a|été|à|en|par défaut|enable|partagée|secrète|secret|privée|changé|modifié|réinitialisé|changée|modifiée|incorrect|invalide|actuel|nouveau|pin|devient|bgp|ospf|ssh|wpa|api|ldap|administrateur|utilisateur|saisi|reçu|envoyé|utilisé',
  'es|fue|era|se|ha|sido|cambió|cambiada|cambiado|ahora|por defecto|de enable|compartida|secreta|nueva|anterior|actual|incorrecta|inválida',
].join('|');
/** `of netops to`, `with the radius server is`. */
const OWNER = String.raw`(?:${GAP}(?:of|for|with|von|für|de|para|pour)(?:${GAP}\S{1,64}){1,3}?(?=[ \t]+(?:to|auf|is|ist|est|es|en|à|a)[ \t]))?`;
const SIGN = String.raw`(?:[ \t]{0,2}(?:[:=]|>>|[–—-]))?`;

/** Names and versions of algorithms, dates, fingerprints: made of letters and digits, and no secret. */
const NO_SECRET =
  /^(?:sha|md5|hmac|aes|3?des|rsa|dsa|ed25519|ecdsa|ssh|tls|ssl|snmp|v[123]|802|type|level|id_|curve|diffie|chacha|aaaa)|:/i;

const isMadeUp = (value: string): boolean => looksSecret(value) && !isWhereOrWhen(value) && !NO_SECRET.test(value);

/** `Passwort auf VALUE geändert`, `mot de passe VALUE refusé`, `la contraseña se cambió a VALUE`: made up, so no name is needed behind it. */
const spoken = commandRule({
  name: 'password',
  cues: [
    ...['passw', 'passphrase', 'passcode', 'pwd', 'pw ', 'psk', 'kennwort', 'schlüssel', 'schluessel', 'mot de passe'],
    ...['mdp', 'phrase secr', 'frase de contrase', 'contrase', 'clave', 'secret', 'clé ', 'communaut', 'comunidad'],
    'communit',
  ],
  lead: lead(String.raw`${NOUN}${OWNER}(?:${GAP}(?:${CONNECTING})(?![\wà-ü-])){0,6}${SIGN}${GAP}`),
  accepts: ({ value }) => isMadeUp(value.replace(/[.,;)]+$/, '')),
  reach: /[ \t]+(?:but[ \t]+got|with)[ \t]+(?=\S{0,40}\d)[^\s"',;]{6,}/y,
});

/** `using key VALUE`, `credential netops (VALUE)`, `one-time code 123456`. */
const using = commandRule({
  name: 'key',
  cues: ['key'],
  lead: lead(String.raw`key${GAP}`),
  head: /\b(?:using|with|expected|wrong|bad|tried|trying|auth|priv|authentication|privacy)[ \t]+$/i,
  accepts: ({ value }) => isMadeUp(value.replace(/[.,;)]+$/, '')),
});
const codes = commandRule({
  name: 'one-time-code',
  cues: ['one-time code', 'otp ', 'code pin', 'código pin', 'verification code', 'pin: ', 'pin lautet', 'pin ist'],
  lead: lead(
    String.raw`(?:one-time code|otp|code pin|código pin|verification code|pin)(?:${GAP}(?:is|ist|lautet|est|es|was))?[ \t]{0,2}:?[ \t]+(?=\d{4,8}(?!\w))`,
  ),
});
/** `authenticating as netops with VALUE`, `selected credential netops (VALUE)`. */
const userFirst = commandRule({
  name: 'password',
  cues: [
    'authenticating as',
    'authenticated as',
    'logging in as',
    'logged in as',
    'login as',
    'log in as',
    'credential ',
    'connexion en',
    'connecté en',
    'connectée en',
    'authentifi',
    'authentification en',
    'angemeldet als',
    'anmeldung als',
  ],
  lead: lead(
    String.raw`(?:(?:authenticat(?:ing|ed)|logging in|logged in|log in|login)${GAP}as${GAP}\S{1,64}${GAP}(?:with|using)${GAP}|credential${GAP}\S{1,64}${GAP}\(|(?:connexion|connectée?|authentification|authentifiée?|identifiée?)${GAP}en tant que${GAP}\S{1,64}${GAP}avec${GAP}|(?:angemeldet|anmeldung)${GAP}als${GAP}\S{1,64}${GAP}mit${GAP})`,
  ),
  accepts: ({ value }) => isMadeUp(value.replace(/[.,;)]+$/, '')),
});
/** `snmpv3 user netops auth VALUE priv VALUE`. */
const v3 = commandRule({
  name: 'snmp-user',
  cues: ['auth ', 'priv '],
  lead: lead(String.raw`(?:auth|priv)${GAP}`),
  head: /\b(?:snmpv3|usm|v3)[ \t].{0,80}$/i,
  accepts: ({ value }) => isMadeUp(value),
});

/** `root/VALUE`, `admin:VALUE`: users that every device has. */
const pair = commandRule({
  name: 'password',
  cues: ['root/', 'admin/', 'root:', 'admin:'],
  lead: lead(String.raw`(?:root|admin)[/:](?![/\s])`),
  head: /(?:^|[\s("'])$/,
  accepts: ({ value }) => isMadeUp(value) && !value.includes('/') && !value.includes('@'),
});

/** `jan/VALUE works`: any user, when what is said of the pair is said of credentials. */
const JUDGED = /(?:^|[\s("'])([a-z][\w.-]{1,31})[/:]([^\s"':/@]{6,64})$/i;
const judgedPair: Rule = { cues: [' works', ' worked', ' accepted', ' rejected', ' refused'], find: findJudged };

function findJudged({ text, cueStart, floor }: CueSite): Finding | null {
  const [, user, value] = JUDGED.exec(text.slice(Math.max(floor, cueStart - 110), cueStart)) ?? [];
  if (user === undefined || value === undefined || holdsMarker(value)) return null;
  if (NO_USER.test(user) || NO_SECRET.test(user) || /\d$/.test(user) || !isMadeUp(value)) return null;
  return { start: cueStart - value.length, end: cueStart, rule: 'password' };
}

/** `key 1 -- text "VALUE"`, `key 2 (text VALUE)`, `Authentication: text, string "VALUE"`, `authentication data: VALUE`. */
const shown = commandRule({
  name: 'key',
  cues: [
    'key ',
    'key:',
    'text, string',
    'authentication data',
    'authentication text',
    'auth data',
    'auth text',
    'plain text',
    'clear text',
    'simple text',
  ],
  lead: lead(
    String.raw`(?:key${GAP}\d{1,5}(?:${GAP}(?:--${GAP}|\()text${GAP}|,${GAP}(?=\S+[ \t"']*$)|:${GAP}(?:md5|sha-?\d{0,3}|text)${GAP})|text,${GAP}string${GAP}|` +
      String.raw`(?:plain|clear|simple)[ -]?text[,:]?${GAP}(?:(?:password|string|key)${GAP})?(?=\\{0,15}["'])|auth(?:entication)?${GAP}(?:data|text)[ \t]?:?${GAP}|key(?:${GAP}string)?[ \t]?:${GAP})`,
  ),
  accepts: ({ value, isQuoted, lead: leadText, site }) => {
    if (/^key[^:]*,/.test(leadText) && !site.follows(/\b(?:digest|md5|authentication|auth)[ \t]+$/i)) return false;
    if (/^(?:plain|clear|simple)/i.test(leadText) && !site.follows(/\bauthentication\b.{0,40}$/i)) return false;
    if (/^key[^\d:]*:/.test(leadText) && !site.follows(/\b(?:local|remote|peer|enter)[ \t]$/i)) return false;
    return isQuoted || isMadeUp(value.replace(/[.,;)]+$/, ''));
  },
});

export const spokenValueRules: readonly Rule[] = [spoken, using, codes, userFirst, v3, pair, judgedPair, shown];
