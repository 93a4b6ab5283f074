/** `apiKey`, `API-Key` and `api key` are one name: `api_key`. */
const normalise = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[-. ]+/g, '_');

const FORM_WORDS =
  'hash|data|enc|encrypted|plain|plaintext|clear|text|value|string|b64|base64|hex|raw|str|base|old|new|current';
/** Endings that leave a name a secret's name: how it is written down, or which of several it is. */
const FORM = new RegExp(`(?:_(?:${FORM_WORDS}|\\d+)|\\d+)$`);

const SECRET_WORD =
  /(?:password|passwd|passphrase|pass_phrase|passcode|passwrd|secret|psk|phash|preshared|authorization|set_cookie|sshpass)s?$/;
const SECRET_LAST =
  /(?:^|_)(?:pass|pwd|pw|token|auth_?token|community|communities|communit|creds|cookies?|sig|chkp_sid|x_amz_signature|md5_key|key_?string)$|pwd$|(?:^|_)(?:bind|new|old|require|admin|root|login|mail|smtp|ftp)_?(?:pass|pw)$|(?:ro|rw|trap|auth)_?communit(?:y|ies)6?$|^x_(?:\w{1,40}_)?key$/;
const SECRET_KEY = new RegExp(
  `(?:^|_)\\w{0,20}(?:api|app|client|private|priv|access|auth|authentication|authorization|encryption|encrypted|encrypt|crypto|enc|shared|pre_?shared|` +
    `pre_?shared_secret|master|signing|session|account|storage|hmac|wpa2?|wpa3|wep|tacacs|tacacs_?plus|radius|isakmp|ike|ipsec|ntp|` +
    `ospf|bgp|md5|sha|license|activation|aes|des|decryption|secret_access|secret|hello|server|client_secret|bootstrap)_?keys?$`,
);
const NOT_SECRET =
  /(?:^|_)(?:public|next|page|continuation|cursor|idempotency|partition|sort|primary|foreign|bgp|well_known|extended|large|ext|no|is|has)_|^(?:use|show|hide|need|needs|change|reset|forgot|require|requires|last|max|min|num|count)_/;

const RULE_NAMES: readonly [RegExp, string][] = [
  [/communit/, 'snmp-community'],
  [/psk|pre_?shared/, 'psk'],
  [/private_?key/, 'private-key'],
  [/cookie/, 'cookie'],
  [/authorization/, 'authorization'],
  [/token|sid$/, 'token'],
  [/key|sig/, 'key'],
  [/secret/, 'secret'],
];

/** The rule that a marker under a secret's name shows. */
export function ruleOfName(name: string): string {
  const normal = normalise(name);
  return RULE_NAMES.find(([pattern]) => pattern.test(normal))?.[1] ?? 'password';
}

/** Records repeat few names; without this memory the names cost half of all redaction. */
const known = new Map<string, string | null>();
const MAX_KNOWN = 5000;
const MAX_NAME_LENGTH = 100;

/** The rule for what stands under this name (a JSON key, a variable, an option), null where that is no secret. */
export function secretNameRule(name: string): string | null {
  if (name.length > MAX_NAME_LENGTH) return null;
  const remembered = known.get(name);
  if (remembered !== undefined) return remembered;
  const rule = namesSecret(name) ? ruleOfName(name) : null;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(name, rule);
  return rule;
}

function namesSecret(name: string): boolean {
  const normal = normalise(name).replace(/^_+|_+$/g, '');
  const base = normal.replace(FORM, '');
  return matches(normal) || (base !== normal && matches(base));
}

const matches = (name: string): boolean =>
  !NOT_SECRET.test(name) && (SECRET_WORD.test(name) || SECRET_LAST.test(name) || SECRET_KEY.test(name));
