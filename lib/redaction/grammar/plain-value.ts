/** Words that follow "password", "secret", "key" or "token" in sentences and commands and are never the secret itself. */
const PLAIN_WORDS = new Set(
  (
    'a an the and or for from of to in on is was are be been has have had not no with without by at as if it its this that than then but so ' +
    'there all any each every some one two both only also too very more most less least out off up down over under again once twice ' +
    'before after during via per until while when where which who what how why because since ' +
    'do does did done must shall should may might can cannot could will would never always ' +
    'authentication authenticated authorization authorized auth login logon logins access attempt attempts retry retries entry ' +
    'change changed changes changing check checked checks expired expires expire expiry expiration expiring failed fails failure failures ' +
    'incorrect invalid wrong bad weak strong missing empty blank unset reset rotated rotates rotation rotate rollover renewed renewal ' +
    'require required requires requirement requirements prompt prompts prompted policy policies encryption encrypted recovery length minimum maximum ' +
    'hash hashes hashed hashing history complexity strength field fields file files manager manage management store stored stores storage ' +
    'update updated updates accepted accept rejected reject denied ok okay sent send received receive retrieved fetched loaded loading load ' +
    'read written write used uses use using unused unchanged verification verified verify verifying mismatch mismatched matches match matched ' +
    'protected protection based backed entered enter provided given supplied found redacted removed remove hidden masked omitted stripped ' +
    'rule rules generation generator generated generate count age lifetime timeout lookup backend provider type types name named id ids ' +
    'list lists string strings value values column columns dialog reminder needed disabled disable enabled enable unknown none null nil undefined ' +
    'true false yes default defaults request requested response refresh refreshed refreshing revoked issued valid validity validated validation ' +
    'key keys exchange password passwords passwd secret secrets token tokens passphrase user username users account accounts short long ' +
    'bucket buckets ring size sizes limit limits usage version versions info status state error errors warning ' +
    'chain pair pairs modulus rsa dsa ecdsa ed25519 fingerprint fingerprints algorithm algorithms agreement negotiation signature material ' +
    'cleared clear set sets setting settings configured configuration config line lines day days hour hours minute minutes second seconds ' +
    'add added adding created create deleted delete deleting dropped printed print shown show copied cached cache saved ' +
    'handling handler service services server servers host hosts device devices engine rotating scan scanner sharing shared sync synced ' +
    'encryption-level local remote ascii hex plain plaintext text address hostname permitted standard expanded support supported ' +
    'successfully successful computed upgraded migrated soon later elsewhere ignored unavailable available leaked exposed compromised detected present absent exists inherited unexpected end enc expected str bytes bool int optional format strength-check min-length minimum-length ' +
    'active inactive optional mandatory projected mounted pending role roles config-key complexity-check erforderlich benötigt abgelaufen through'
  ).split(' '),
);

const MASK =
  /^(?:[*•x]{3,}|\*+|\.{3,}|-+|<[\w .-]{1,40}>|\$\{[^}]{0,80}\}?|\{\{[^}]{0,80}\}\}|%\([\w.]{1,40}\)s|%[\d$l.-]{0,5}[sdvruq][.,;)]{0,3}|\{[\w.]{0,40}\}|SECRET-DATA|\d{1,2}[.):]?|[^A-Za-z0-9\u0080-\uffff]{1,4})$/i;
const LONGEST_PLAIN = 90;
const TRAILING = /[.,:;!?)\]}…"']+$/;

const NO_VALUE = /^(?:none|null|nil|undefined|true|false|yes|no|unset|empty|redacted|hidden|masked|removed|omitted)$/i;

/** `"api_key": "Clé API :"`: a translation of the name. */
const LABEL_TEXT = /^\p{L}[\p{L}' ]{1,40} :$/u;

/**
 * No value, a mask, or a reference to where the secret is kept; where only a password can stand, any word may be one.
 */
export const isNoValue = (value: string): boolean =>
  value.length <= LONGEST_PLAIN && (value === '' || MASK.test(value) || NO_VALUE.test(value) || LABEL_TEXT.test(value));

/** `(optional`, `repeat:`, `again):`: what a form's label has behind the name of its field. */
const LABEL = /^\([\p{L} -]{2,30}$|^[\p{L}-]{2,30}\)?:$/u;

/** No value, a mask, a reference to where the secret is kept, or an ordinary word. */
export function isPlainValue(value: string): boolean {
  if (value === '') return true;
  if (value.length > LONGEST_PLAIN) return false;
  const word = value.toLowerCase();
  return (
    PLAIN_WORDS.has(word) ||
    MASK.test(value) ||
    LABEL.test(value) ||
    (TRAILING.test(value) && PLAIN_WORDS.has(word.replace(TRAILING, '')))
  );
}

/** A file's or a configuration's path: keys are often named by one. */
export const isPath = (value: string): boolean =>
  value.length < 256 &&
  /^(?:~|\.{1,2})?\/[\w.@+-]+(?:\/[\w.@+-]*)+$|^[A-Za-z]:\\|^[\w.-]+\.(?:pem|key|crt|pub|cer|p12|json|ya?ml|txt)$/.test(
    value,
  );

/** Whether a word in the middle of prose is made like a secret: mixed with digits or signs, or long and mixed in case. */
export function looksSecret(value: string): boolean {
  if (value.length < 6 || isPlainValue(value)) return false;
  const word = value.slice(0, LONGEST_PLAIN);
  if (/[!@#$%^&*+=?~]/.test(word) && /[A-Za-z0-9]/.test(word)) return true;
  return (/[A-Za-z]/.test(word) && /[0-9]/.test(word)) || isOddlyCased(word);
}

/** `kXpQzWva` is no name: those of programs, as `readTimeoutMs`, are made of parts of four letters and more. */
function isOddlyCased(word: string): boolean {
  if (word.length < 8 || !/^[A-Za-z]+$/.test(word)) return false;
  const parts = word.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? [];
  return parts.length >= 3 && word.length / parts.length < 4.1;
}

/** Words of the list above that people also choose as passwords: secrets where nothing else can stand. */
const GUESSABLE = new Set(
  'password passwords passwd secret secrets token key default access login service backup test master'.split(' '),
);
export const isGuessable = (value: string): boolean => GUESSABLE.has(value.toLowerCase());

const ADDRESS =
  /^(?:\d{1,3}(?:\.\d{1,3}){1,3}(?:[:/]\d+)?|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,8}(?:\/\d+)?|[\w.-]+:\d{1,5}|[a-z][a-z0-9+.-]{1,10}:\/\/.*)$/i;
const MOMENT = /^\d{1,4}[-/.:]\d{1,2}(?:[-/.:T]\d[\dT:.,+Z-]*)?$/i;
/** `fra-sw-12`, `fra-core-01.example.net`, `Gi1/0/1`, `GigabitEthernet0/1`, `ge-0/0/1`. */
const NAMED =
  /^(?:[a-z]{2,12}(?:[-.][a-z]{1,12}){0,4}[-.]?\d{0,4}(?:\.[a-z]{2,10}){1,3}|[a-z]{2,12}(?:-[a-z]{1,12}){0,3}-\d{1,4}|[A-Za-z-]{2,20}\d{0,3}(?:\/\d{1,4}){1,3}(?:\.\d+)?)$/;

/** Locations, times, and names of devices and ports: beside a secret's name they are not the secret. */
export const isWhereOrWhen = (value: string): boolean => {
  const bare = value.length > LONGEST_PLAIN ? '' : value.replace(TRAILING, '');
  return isPath(value) || ADDRESS.test(bare) || MOMENT.test(bare) || NAMED.test(bare);
};

/**
 * Lower-case words with the endings of English verbs, adverbs and abstract nouns; tested only where prose is likely.
 */
export const isLikelyProse = (value: string, after: string): boolean =>
  /^[a-z]{3,20}(?:ed|ing|tion|ly|ment|able|ity)[.,;:]?$/.test(value) && /^(?:$|[\s.,;:)])/.test(after);

/** Keywords that may follow instead of a secret; other rules handle the text behind them. */
const NEXT_KEYWORD =
  /^(?:timeout|key|port|url|password|passphrase|secret|nopassword|role|roles?|view|group|privilege|level|encrypted|access-level|service-type|sshkey|ssh-key|publickey|full-name|uid|is|mode|set-key|md5|key-chain|keychain|message-digest|text|key-id|none|null|enable|disable|-\S*|\{|\|)$/i;
export const isKeyword = (value: string): boolean => value.length < 24 && NEXT_KEYWORD.test(value);
