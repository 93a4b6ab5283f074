import { markerIn } from './grammar/marker';
import { isHarmlessBeside, promptedField } from './grammar/paired-fields';
import { looksSecret } from './grammar/plain-value';
import { redactText } from './redact-text';
import { secretField, type SecretField } from './grammar/secret-field';
import { secretNameRule } from './grammar/secret-name';

/** Longer lists are neither commands nor pairs. */
const MAX_ARGUMENTS = 64;
const MAX_ARGUMENT_LENGTH = 1000;

/**
 * The rule for each element of a list by the elements before it: `["--password", …]`, `["Authorization", …]`. Null when
 * none applies.
 */
export function listedFields(list: readonly unknown[]): readonly (SecretField | null)[] | null {
  if (list.length < 2 || list.length > MAX_ARGUMENTS) return null;
  let fields: (SecretField | null)[] | null = null;
  for (let at = 1; at < list.length; at += 1) {
    const [before, value] = [list[at - 1], list[at]];
    if (typeof before !== 'string' || typeof value !== 'string' || value.length > MAX_ARGUMENT_LENGTH) continue;
    const field = fieldBehind(list, at, { before, value });
    if (field === null) continue;
    fields ??= Array.from(list, () => null);
    fields[at] = field;
  }
  return fields;
}

/** `-pVALUE`. */
const GLUED = /^-[a-zA-Z][^\s=]{3,}$/;

type Neighbours = { before: string; value: string };

function fieldBehind(list: readonly unknown[], at: number, { before, value }: Neighbours): SecretField | null {
  if (GLUED.test(value)) return commandField(list, value, value.slice(2));
  if (/^-{1,2}\w/.test(before)) return optionField(list, { before, value });
  if (isHarmlessBeside(value)) return null;
  if (list.length === 2) return promptedField(before);
  // Alternating names and values; a list of names alone holds no value that looks made up.
  return at % 2 === 1 && looksSecret(value) ? secretFieldOf(before) : null;
}

const secretFieldOf = (name: string): SecretField | null => (secretNameRule(name) === null ? null : secretField(name));

/** `--password` names its secret, `-p` only together with its program: then the rules for commands decide. */
function optionField(list: readonly unknown[], { before, value }: Neighbours): SecretField | null {
  if (value.startsWith('-') || value === '') return null;
  const named = secretFieldOf(before.replace(/^-+/, ''));
  if (named !== null) return named;
  return commandField(list, `${before} ${value}`, value);
}

/** The finding of the command rules for a program's words with one option. */
function commandField(list: readonly unknown[], option: string, value: string): SecretField | null {
  const words = list.filter((word): word is string => typeof word === 'string' && !word.startsWith('-')).slice(0, 2);
  const command = `${words.filter((word) => word !== value).join(' ')} ${option}`;
  const clean = redactText(command);
  const rule = clean.endsWith(value) ? null : markerIn(clean);
  return rule === null ? null : { rule, isDeep: false, accepts: () => true };
}
