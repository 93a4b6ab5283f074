import { describe, expect, test } from 'vitest';
import { redactText } from './redact-text';
import { expandTemplate, fillTemplate } from './testing/expand-template';
import { ORDINARY_NAMES, ORDINARY_RECORDS } from './testing/record-forms';
import { redactInTurn } from './redact-in-turn';
import { SPLIT_TEMPLATES } from './testing/secret-templates-split';

const shown = (text: string): string => text.replace(/\[REDACTED:[a-z0-9-]+\]/g, '[…]');
const expected = (template: string): string => fillTemplate(template, 1, { wrap: () => '[…]' }).text;

/** Templates: what is filled in has to be taken, exactly, in one text and in a text a line. */
const TAKEN: Record<string, readonly string[]> = {
  'a name or a command, its value below': [
    'snmp-server community\n{{word}} RO',
    'fra-sw-12(config)#  key-string\n{{word}}',
    '  password:\n    {{word}}',
    'username netops password 7\n{{type7}}',
    'Shared Secret....................................\n{{word}}',
    'Community string ------ :\n  {{lower}}',
  ],
  'a prompt, then the answer': [
    'Password:\n{{word}}\nsw1>',
    '[sudo] password for jan:\n{{symbols}}',
    "Enter passphrase for key '/x':\n\n{{lower}}",
    'New password:\n{{word}}\nRetype new password:\n{{word}}',
    'Password:\nsend: sending "{{word}}\\r" to { exp4 }',
    "read_channel: Password:\nread_channel: \nwrite_channel: b'{{symbols}}\\n'",
  ],
  'a header, then rows': [
    'host,user,password\nfra-sw-12,jan,{{word}}\nber-rt-9,mia,{{lower}}',
    '"host";"psk"\n"fra";"{{symbols}}"',
    '| User | Password |\n|------|----------|\n| jan | {{word}} |',
    'User        Password        Privilege\n----        --------        ---------\njan         {{word}}     15',
  ],
  'a key amid the lines of a session': [
    'sw1(config)#-----BEGIN RSA PRIVATE KEY-----\nsw1(config)#{{line64}}\nsw1#show clock\nsw1(config)#{{line26}}',
    "b'-----BEGIN PRIVATE KEY-----\\n'\nb'{{line64}}\\n'\nb'{{line26}}\\n'",
  ],
};

describe.each(Object.entries(TAKEN))('%s', (_name, templates) => {
  test.each(templates)('%s', (template) => {
    for (const seed of [1, 2, 3]) {
      const { text } = fillTemplate(template, seed);
      expect(shown(redactInTurn(text.split('\n')).join('\n'))).toBe(expected(template));
      const clean = redactText(text);
      expect(shown(clean)).toBe(expected(template));
      expect(redactText(clean)).toBe(clean);
    }
  });
});

const LEFT = [
  'Password:\n\nfra-sw-12#',
  "password:\n  description: the device's",
  'Password:\nLogin successful',
  'Enter passphrase:\nnothing was found beside these devices',
  'Password:\nbackup job waits behind another',
  'Password:\n% Bad passwords',
  'Password:\n\nsw1>enable',
  'Failed to read the password:\nENOENT',
  'wrote the key:\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----',
  'name, password, port\nnothing to store, it seems',
  'User        Password        Privilege\n\n3 users found',
  'host,password\nfra-sw-12,none',
];

test.each(LEFT)('%s: stays to the letter', (text) => {
  expect(redactText(text)).toBe(text);
  expect(redactInTurn(text.split('\n')).join('\n')).toBe(text);
});

test('a passphrase of several words is taken behind a prompt for one', () => {
  const words = ['zqabker', 'zqinnol', 'zqorvem', 'zqudast'].join(' ');
  expect(redactText(`Enter passphrase for key '/x':\n${words}`)).not.toContain('zq');
  expect(redactText(`Password:\n${words}`)).toContain(words);
});

test('a vault whose body goes on in the next record is gone whole', () => {
  const { text, secrets } = fillTemplate('$ANSIBLE_VAULT;1.1;AES256\n{{hex80}}\n{{hex80}}\n{{hex32}}', 1);
  const lines = text.split('\n');
  const clean = redactInTurn([lines.slice(0, 2).join('\n'), lines.slice(2).join('\n')]).join('\n');
  expect(secrets.filter((secret) => clean.includes(secret))).toEqual([]);
  expect(clean).toContain('$ANSIBLE_VAULT;1.1;AES256');
});

test('a secret split over records is gone, whatever the template', () => {
  const leaking = SPLIT_TEMPLATES.filter((template) => {
    const [sample] = expandTemplate(template);
    const clean = redactInTurn(sample?.text.split('\n') ?? []);
    const parts = sample?.secrets.flatMap((secret) => secret.split('\n')) ?? [];
    return parts.some((part) => clean.some((line) => line.includes(part)));
  });
  expect(leaking).toEqual([]);
});

describe('a key that never ends', () => {
  const begin = '-----BEGIN RSA PRIVATE KEY-----';

  test.each([...ORDINARY_RECORDS, ...ORDINARY_NAMES])('leaves %s', (line) => {
    expect(redactInTurn([begin, line])).toEqual([begin, line]);
    expect(redactText(`${begin}\n${line}`)).toBe(`${begin}\n${line}`);
  });

  test('is not waited for for ever', () => {
    const [body] = fillTemplate('{{line64}}', 1).secrets;
    const stray = 'queue: worker 3 took device 4711';
    expect(redactInTurn([begin, ...Array<string>(20).fill(stray), body ?? '']).at(-1)).toBe(body);
    expect(redactInTurn([begin, ...Array<string>(500).fill(body ?? '')]).at(-1)).toBe(body);
  });
});

describe('a terminal of 80 columns', () => {
  const command = 'tacacs-server host 10.20.30.40 port 49 single-connection key ';
  const [secret = ''] = fillTemplate('{{scrypt9}}', 1).secrets;
  const line = command + secret;

  test.each([
    ['breaks a secret', line.slice(0, 80), line.slice(80)],
    ['and indents the rest', line.slice(0, 80), `    ${line.slice(80)}`],
    [
      'breaks a keyword',
      `${' '.repeat(55)}username netops password`.slice(0, 80).slice(0, -4).padStart(80),
      'word Qx7Kd0vT9',
    ],
  ])('%s', (_name, first, second) => {
    expect(first).toHaveLength(80);
    const clean = redactInTurn([first, second]).join('\n');
    expect(clean).not.toContain(second.trim().slice(-6));
    if (first.includes('tacacs')) expect(redactText(`${first}\n${second}`)).not.toContain(second.trim().slice(0, 6));
  });

  test('leaves the next command', () => {
    const full = line.slice(0, 80);
    expect(redactInTurn([full, 'interface GigabitEthernet0/1']).at(1)).toBe('interface GigabitEthernet0/1');
    expect(redactInTurn([full, '']).at(1)).toBe('');
  });
});
