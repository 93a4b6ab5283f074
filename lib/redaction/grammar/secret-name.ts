import { NameMemory } from './name-memory';
import { mayNameSecret } from './name-stems';

/** Letters that Unicode does not take apart into a letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', ß: 'ss', đ: 'd', ı: 'i' };
/** `Contraseña` and `contrasena` are one name. */
const withoutMarks = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøßđı]/g, (letter) => WHOLE_LETTERS[letter] ?? letter);

/** `apiKey`, `API-Key` and `api key` are one name: `api_key`. */
export function normaliseName(name: string): string {
  const normal = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[-. ]+/g, '_');
  return /[^\x20-\x7e]/.test(normal) ? withoutMarks(normal) : normal;
}

const FORM_WORDS =
  'hash|data|enc|cipher|ciphertext|encrypted|plain|plaintext|clear|text|value|string|b64|base64|hex|raw|str|base|old|new|current|confirm|confirmation|repeat|again';
/** Endings that leave a name a secret's name: how it is written down, or which of several it is. */
const FORM = new RegExp(`(?:_(?:${FORM_WORDS}|\\d+)|\\d+)$`);

/** Words for password and secret in other languages. */
const FOREIGN_WORDS =
  'passwort kennwort geheimnis zugangscode losungswort mot_?de_?passe mdp contrasen[ai]a? clave clave_secreta palabra_clave secreto ' +
  'senha palavra_passe segredo parola_chiave parola_d_?ordine parola segreto wachtwoord geheim toegangscode haslo heslo losenord ' +
  'hemlighet adgangskode kodeord passord salasana jelszo sifre lozinka zaporka geslo slaptazodis parool parole kata_sandi mat_khau ' +
  'пароль парола секрет 密码 密碼 口令 密钥 密鑰 令牌 パスワード 暗証番号 合言葉 秘密鍵 비밀번호 암호 كلمة_المرور סיסמה รหัสผ่าน पासवर्ड κωδικος συνθηματικο';
const FOREIGN = new RegExp(`(?:^|_)(?:${withoutMarks(FOREIGN_WORDS).split(' ').join('|')})s?$`);

/** `passwd` in the ways people shorten it: `pswd`, `passwrd`, `psword`. */
const SHORTENED = 'pa?s{1,2}w(?:o?r)?d';
const SECRET_WORD =
  /(?:password|passphrase|pass_phrase|pass_word|passcode|passplain|secret|psk|phash|preshared|authorization|set_cookie|sshpass|csrf_?token|csrfmiddlewaretoken|shared_access_signature)s?$/;
const SHORT_WORD = new RegExp(
  `(?:${SHORTENED})s?$|(?<!(?:^|_)(?:by|com|tres|encom|over|under|sur|im|high|low|band|all))pass$`,
);
const SECRET_LAST =
  /(?:^|_)(?:pass|pwd|pw|token|auth_?token|community|communities|communit|creds|cookies?|sig|chkp_sid|x_amz_signature|md5_key|key_?string)$|pwd$|(?:^|_)(?:bind|new|old|require|admin|root|login|mail|smtp|ftp|db|user)_?(?:pass|pw)$|(?:ro|rw|trap|auth)_?communit(?:y|ies)6?$|^x_(?:\w{1,40}_)?key$/;
const SECRET_KEY = new RegExp(
  `(?:^|_)\\w{0,20}(?:api|app|client|private|priv|access|auth|authentication|authorization|encryption|encrypted|encrypt|crypto|crypt|cipher|fernet|enc|shared|pre_?shared|` +
    `pre_?shared_secret|master|signing|session|account|storage|hmac|wpa2?|wpa3|wep|wifi|tacacs|tacacs_?plus|radius|isakmp|ike|ipsec|tunnel|ntp|` +
    `ospf|bgp|hsrp|vrrp|eigrp|isis|md5|sha|license|product|activation|subscription|instrumentation|consumer|aes|des|decryption|secret_access|secret|hello|server|client_secret|` +
    `bootstrap|unseal|token|application|integration|recovery|wireguard|wg|privacy|deploy|sas|tls|ssl|pass)_?keys?$`,
);
const NOT_SECRET =
  /(?:^|_)(?:public|next|page|continuation|cursor|idempotency|partition|sort|primary|foreign|well_known|extended|large|ext|no|is|has)_|(?:^|_)bgp_communit|^(?:use|show|hide|need|needs|change|reset|forgot|require|requires|last|max|min|num|count)_/;

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

/** Whether the name is a secret's in another language than English: no device has such a keyword. */
export const isForeignName = (name: string): boolean => FOREIGN.test(normaliseName(name));

/** The rule that a marker under a secret's name shows. */
export function ruleOfName(name: string): string {
  const normal = normaliseName(name);
  return RULE_NAMES.find(([pattern]) => pattern.test(normal))?.[1] ?? 'password';
}

const memory = new NameMemory<string>();
const NO_RULE = '';
const MAX_NAME_LENGTH = 100;

/** The rule for the value under this name (a JSON key, a variable, an option); null where it is no secret. */
export function secretNameRule(name: string): string | null {
  if (name.length > MAX_NAME_LENGTH || !mayNameSecret(name)) return null;
  const rule = memory.recall(name, findRule);
  return rule === NO_RULE ? null : rule;
}

const findRule = (name: string): string => (namesSecret(name) ? ruleOfName(name) : NO_RULE);

function namesSecret(name: string): boolean {
  const normal = normaliseName(name).replace(/^_+|_+$/g, '');
  if (matches(normal)) return true;
  let base = normal;
  for (let next = base.replace(FORM, ''); next !== base; next = base.replace(FORM, '')) base = next;
  return base !== normal && matches(base);
}

const matches = (name: string): boolean =>
  !NOT_SECRET.test(name) &&
  (SECRET_WORD.test(name) ||
    SHORT_WORD.test(name) ||
    SECRET_LAST.test(name) ||
    SECRET_KEY.test(name) ||
    FOREIGN.test(name));
