import { NameMemory } from './name-memory';
import { mayNameSecret } from './name-stems';
import { isPath, isPlainValue, looksSecret } from './plain-value';
import { isDenselyRandom, isDigestOrUuid, isRandomText } from './random-text';
import { normaliseName, secretNameRule } from './secret-name';

/** The meaning of a field's name: the marker's rule, and which texts and numbers under it are the secret. */
export type SecretField = {
  rule: string;
  /** Whether everything below is secret too, not only a text or a list of texts. */
  isDeep: boolean;
  accepts: (value: string) => boolean;
};

const ALGORITHM =
  /^(?:sha|md5|hmac|aes|3?des|tls|ssl|ssh|snmp|v[123]|rsa|dsa|ed25519|ecdsa|802|dot1x|radius|tacacs|ldap|oauth|o?auth[12]|mschap|ms-chap|eap|peap|chap|pap|level|http|type)/i;
/** Mixed with digits or signs, or with capitals that no word has. */
const isLikely = (value: string): boolean =>
  (looksSecret(value) || /^\w*[a-z]{2}[A-Z]\w*$/.test(value)) && !ALGORITHM.test(value) && !isPath(value);
const isCode = (value: string): boolean => /^\d[\d -]{2,14}\d$/.test(value) || isLikely(value);
const isAnyValue = (value: string): boolean =>
  !isPlainValue(value) && !ALGORITHM.test(value) && !/^\d{1,5}$/.test(value);
const isMaterial = (value: string): boolean =>
  !isPath(value) && !/^(?:ssh-|ecdsa-|sk-)\S+ AAAA/.test(value) && isAnyValue(value);
const isRandom = (value: string): boolean =>
  value.length >= 8 && !/\s/.test(value) && (isDigestOrUuid(value) || isRandomText(value)) && !isPath(value);
const isTicket = (value: string): boolean => isRandom(value) && !isDigestOrUuid(value);

/**
 * Names that are a secret's in a record's field, where the value helps to tell, but too common for sentences.
 * Beginnings, as in `user_pin`, and endings that say how it is written down are allowed for by `fieldPattern`.
 */
const FIELDS: readonly [names: string, rule: string, accepts: (value: string) => boolean][] = [
  ['pin|otp|totp|hotp|mfa|tfa|2fa|puk|cvv|cvc|one_time_password|totp_uri', 'one-time-code', isCode],
  [
    '(?:pin|otp|totp|hotp|mfa|tfa|2fa|two_?factor|one_time|verification|security|auth|authorization|recovery|backup|unlock|activation|access|pairing|login|sms|confirmation|invite)_?codes?',
    'one-time-code',
    isCode,
  ],
  [
    '(?:security|secret|challenge|user)_answers?|answer|antwort|reponse_secrete|respuesta_secreta',
    'answer',
    isAnyValue,
  ],
  ['(?:\\w{1,30}_)?cred(?:ential)?s?|anmeldedaten|identifiants|credenciales|credenciais', 'credential', isLikely],
  [
    '(?:basic|http|proxy|login|user|vrrp|snmp|v3)_auth|auth|auth_(?:data|header|string|info)|authentication',
    'authorization',
    isLikely,
  ],
  ['snmp_(?:ro|rw|read|write|priv)|v3_priv|snmpro|snmprw', 'snmp-community', isAnyValue],
  ['private', 'private-key', isLikely],
  ['enable|enable_pw|super|become|sudo', 'password', isLikely],
  [
    '(?:ssh|ca|cert|certificate|host_private|gpg|pgp|age|service_account|serial|rsa|dsa|ec|ed25519)_?keys?|pkey|ppk|privkey|key_(?:data|material|content|contents|pem|text|base64|blob)|pem|schluessel|schlussel|sleutel|cle_privee|chave_\\w{1,20}|klucz|klic|nyckel|avain',
    'key',
    isMaterial,
  ],
  ['(?:ssh_|private_|priv_)?(?:key_?file(?:name)?|identity_?file|key_path)', 'private-key', isMaterial],
  [
    'jwt|bearer|tokens|assertion|client_assertion|saml_?response|saml_?request|id_token_hint|code_verifier|oauth_verifier|ticket|crumb|nonce_secret|jenkins_crumb',
    'token',
    isRandom,
  ],
  ['session|sessionid|phpsessid|jsessionid|connect_sid|asp_net_sessionid|sid', 'cookie', isTicket],
  ['signature|hmac|digest_response|salt|seed', 'key', isTicket],
  ['mnemonic|seed_phrase|recovery_phrase|seed_words', 'secret', isAnyValue],
  ['(?:auth|authentication)_text(?:_\\w{1,20})?|dsn', 'password', isLikely],
  ['\\w{1,60}_?keys?|\\w{0,40}(?:pass|password|passwd|secret|token|credential)s?_\\w{1,40}', 'key', isDenselyRandom],
  ['(?:nt|lm|ntlm|pw|crypt)_?hash|lanman|cisco_type7|type7|dockerconfigjson', 'password-hash', isAnyValue],
];
const PREFIX = '(?:^|_)';
const SUFFIX = '(?:_(?:data|value|text|string|str|raw|plain|b64|base64|hex|enc|old|new|current|\\d+)|\\d+)?$';
const WHOLE =
  /^(?:private|enable|super|become|sudo|auth|authentication|session|sid|answer|salt|seed|signature|tokens|ticket|pem|bearer)/;
const PATTERNS = FIELDS.map(([names, rule, accepts]) => ({
  pattern: new RegExp(`${PREFIX}(?:${names})${SUFFIX}`),
  field: { rule, isDeep: false, accepts },
}));

const NOT_SECRET =
  /(?:^|_)(?:public|host|known|cache|partition|primary|foreign|sort|object|route|routing|row|dedup\w*|message|index|page|next|group|sync|lock|s3|num|no|is|has|last|max|min|use|needs?|requires?|missing)_|_(?:required|enabled)$/;

const anyValue = (rule: string): SecretField => ({ rule, isDeep: true, accepts: () => true });
const memory = new NameMemory<SecretField | 'none'>();
const MAX_NAME_LENGTH = 100;

/** The rule that a field's name sets for its value; null for none. */
export function secretField(name: string): SecretField | null {
  if (name.length > MAX_NAME_LENGTH || !mayNameSecret(name)) return null;
  const field = memory.recall(name, findField);
  return field === 'none' ? null : field;
}

function findField(name: string): SecretField | 'none' {
  const rule = secretNameRule(name);
  if (rule !== null) return anyValue(rule);
  return byPattern(normaliseName(name).replace(/^_+|_+$/g, '')) ?? 'none';
}

function byPattern(name: string): SecretField | null {
  if (NOT_SECRET.test(name)) return null;
  const found = PATTERNS.find(({ pattern }) => pattern.test(name));
  if (found === undefined) return null;
  const start = found.pattern.exec(name)?.index ?? 0;
  return start > 0 && WHOLE.test(name.slice(start + 1)) ? null : found.field;
}
