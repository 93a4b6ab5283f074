import { makeSecret, seededRandom } from './secret-makers';

/** A text with secrets in it: what must be gone, and what must still stand before the first one. */
export type SecretSample = { variant: string; template: string; text: string; secrets: string[]; before: string };

type Filled = { text: string; secrets: string[]; before: string };
/** `{{word}}` names a kind of secret; `{h40}` its characters and their number, as the collected forms write it. */
const SLOT = /\{\{\w+\}\}|\{(?:[pc7]|uuid|fernet|MF5|crypt22|[wldhaAtbB]\d{1,3})\}/g;
const ESC = '\u001b';

function seedOf(text: string): number {
  let seed = 7;
  for (const char of text) seed = (Math.imul(seed, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return seed;
}

type Dress = { wrap?: (secret: string) => string; dress?: (text: string) => string };
const same = (text: string): string => text;

/** Fills a template, the same secrets for the same seed; `wrap` dresses each secret, `dress` the text between. */
export function fillTemplate(template: string, seed: number, { wrap = same, dress = same }: Dress = {}): Filled {
  const random = seededRandom(seedOf(template) + seed);
  const secrets: string[] = [];
  const between = template.split(SLOT).map(dress);
  const kinds = template.match(SLOT) ?? [];
  const parts = between.flatMap((part, index) => {
    const kind = kinds[index];
    if (kind === undefined) return [part];
    const secret = makeSecret(kind.replace(/[{}]/g, ''), random);
    secrets.push(secret);
    return [part, wrap(secret)];
  });
  return { text: parts.join(''), secrets, before: between[0] ?? '' };
}

const sample = (variant: string, template: string, filled: Filled): SecretSample => ({ variant, template, ...filled });

function within(filled: Filled, prefix: string, suffix: string): Filled {
  return { ...filled, text: prefix + filled.text + suffix, before: prefix + filled.before };
}

/** As a JSON string writes it: secrets of several lines are looked for line by line. */
function escaped(filled: Filled, times: number): Filled {
  const escape = (text: string): string => JSON.stringify(text).slice(1, -1);
  let { text, before } = filled;
  let secrets = filled.secrets.flatMap((secret) => secret.split('\n'));
  for (let count = 0; count < times; count += 1) {
    text = `{"message": "${escape(text)}"}`;
    before = `{"message": "${escape(before)}`;
    secrets = secrets.map(escape);
  }
  return { text, before, secrets };
}

const SYSLOG = '<189>4711: fra-sw-12: Nov 23 02:14:07.120: %PARSER-5-CFGLOG_LOGGEDCMD: User:netops  logged command:';

/** Every dress in which the text may reach us. */
export function expandTemplate(template: string, seed = 1): SecretSample[] {
  const plain = fillTemplate(template, seed);
  const coloured = fillTemplate(template, seed, { wrap: (secret) => `${ESC}[1;32m${secret}${ESC}[0m` });
  const keyword = fillTemplate(template, seed, {
    dress: (text) => text.replace(/(\w[\w-]*)(\W*)$/, `${ESC}[31m$1${ESC}[0m$2`),
  });
  return [
    sample('plain', template, plain),
    sample('other secret', template, fillTemplate(template, seed + 1)),
    sample('coloured value', template, coloured),
    sample('coloured keyword', template, keyword),
    sample('windows line', template, within(plain, 'version 15.2\r\n', '\r\n!\r\nend')),
    sample('within lines', template, within(plain, 'hostname fra-sw-12\n', '\ninterface Gi0/1\n no shutdown')),
    sample('json', template, escaped(plain, 1)),
    sample('json in json', template, escaped(plain, 2)),
    sample('syslog', template, within(plain, SYSLOG, '')),
    sample('prompt', template, within(plain, 'fra-sw-12(config)# ', '')),
    sample('bytes', template, within(plain, "write_channel: b'", "\\n'")),
    ...commandVariants(template, seed),
  ];
}

/** What only a command bears: more spaces, tabs, quotes round its argument. */
function commandVariants(template: string, seed: number): SecretSample[] {
  if (!/^[\w -]+ \{\{\w+\}\}/.test(template) || /^[A-Z]/.test(template)) return [];
  const wide = fillTemplate(template, seed, { dress: (text) => text.replace(/(\S) (?=\S|$)/g, '$1   ') });
  const tabs = fillTemplate(template, seed, { dress: (text) => text.replace(/ $/, '\t') });
  const quoted = fillTemplate(template, seed, { wrap: (secret) => `"${secret}"` });
  return [sample('wide', template, wide), sample('tabs', template, tabs), sample('quoted', template, quoted)];
}
