import { isPlainValue } from './plain-value';
import { secretField, type SecretField } from './secret-field';
import { secretNameRule } from './secret-name';

/** Fields of a record that name the content of another field, and the fields that hold it; in small letters. */
const NAME_FIELDS = new Set(
  'name key field option flag prompt label param parameter attribute attr variable var property setting header question id k title path column item'.split(
    ' ',
  ),
);
const VALUE_FIELDS = new Set(
  'value val values v answer response reply input old new old_value new_value oldvalue newvalue previous before after from to argument arg data text content default current actual expected was now sent'.split(
    ' ',
  ),
);

export const isNameField = (name: string): boolean => NAME_FIELDS.has(name.toLowerCase());
export const isValueField = (name: string): boolean => VALUE_FIELDS.has(name.toLowerCase());

/** EOS is told the answer of a command beside it: `{"cmd":"enable","input":"VALUE"}`. */
const isCommand = (name: string): boolean => name === 'cmd' || name === 'command';
const ASKS = 'enable';
/** What it asks for; a field named `enable` alone mostly says yes or no. */
const ASKED = 'enable_secret';

/** Whether the value under a name may say what the other fields of its record hold: only then has `pairedField` an answer. */
export const mayNameOthers = (name: string): boolean => isNameField(name) || isCommand(name);

const PROMPT_END = /[\s:?>]+$/;
/** `Enter the new password for netops`: a prompt names its secret anywhere. */
const PROMPT =
  /(?:^|[\s'"(])(password|passwd|passphrase|passcode|passwort|kennwort|secret|pin|otp|token|community|api key|private key|contraseña|mot de passe|senha|parola|wachtwoord|hasło|heslo|lösenord|пароль|密码|パスワード)(?:$|[\s'")])/i;
const MAX_PROMPT = 120;

/** Whether a text is the name of a secret, an option's name, or a prompt for one. */
export function promptedField(text: string): SecretField | null {
  if (text.length > MAX_PROMPT) return null;
  const name = text.replace(/^(?:--?|\/)(?=[a-z])/i, '').replace(PROMPT_END, '');
  const named = secretField(name);
  if (named !== null || !PROMPT_END.test(text)) return named;
  const word = PROMPT.exec(name)?.[1];
  return word === undefined ? null : secretField(word);
}

const METHOD =
  /^(?:publickey|keyboard-interactive|hostbased|gssapi.*|password|none|basic|digest|token|certificate|cert)$/i;

/** Words of sentences, ways to log in and other names of secrets stand beside a secret's name without being one. */
export const isHarmlessBeside = (value: string): boolean =>
  isPlainValue(value) || METHOD.test(value) || secretNameRule(value) !== null;

/** Under the name `value`, any text counts as a value. */
const careful = (field: SecretField): SecretField => ({
  ...field,
  accepts: (value) => !isHarmlessBeside(value) && field.accepts(value),
});

/** The rule for the values of `{"prompt": "Password:", "answer": …}`; null where no field names a secret. */
export function pairedField(record: object, names: readonly string[]): ((name: string) => SecretField | null) | null {
  let field: SecretField | null = null;
  for (const name of names) {
    const said: unknown = mayNameOthers(name) ? (record as Record<string, unknown>)[name] : undefined;
    if (said === undefined || (isCommand(name) && said !== ASKS)) continue;
    field ??= typeof said === 'string' ? promptedField(isCommand(name) ? ASKED : said) : null;
  }
  if (field === null) return null;
  const [sure, other] = [field, careful(field)];
  return (name) => {
    if (name.toLowerCase() === 'value') return sure;
    return isValueField(name) ? other : null;
  };
}
