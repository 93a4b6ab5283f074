import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactText } from './redact-text';
import { expandTemplate, type SecretSample } from './testing/expand-template';
import { NETWORK_NEAR_MISSES } from './testing/near-misses-network';
import { TEXT_NEAR_MISSES } from './testing/near-misses-text';
import { CISCO_TEMPLATES } from './testing/secret-templates-cisco';
import { SPLIT_TEMPLATES } from './testing/secret-templates-split';
import { TEXT_TEMPLATES } from './testing/secret-templates-text';
import { VENDOR_TEMPLATES } from './testing/secret-templates-vendors';
import { UNSEEN_DEVICE_NEAR_MISSES } from './testing/unseen-near-misses-devices';
import { UNSEEN_PROGRAM_NEAR_MISSES } from './testing/unseen-near-misses-programs';
import { UNSEEN_DEVICE_TEMPLATES } from './testing/unseen-templates-devices';
import {
  UNSEEN_PROGRAM_TEMPLATES,
  UNSEEN_PYTHON_TEMPLATES,
  UNSEEN_SPLIT_TEMPLATES,
} from './testing/unseen-templates-programs';
import { UNSEEN_VENDOR_TEMPLATES } from './testing/unseen-templates-vendors';

const UNSEEN = [
  ...[...UNSEEN_DEVICE_TEMPLATES, ...UNSEEN_VENDOR_TEMPLATES],
  ...[...UNSEEN_PROGRAM_TEMPLATES, ...UNSEEN_PYTHON_TEMPLATES],
];
const TEMPLATES = [...CISCO_TEMPLATES, ...VENDOR_TEMPLATES, ...TEXT_TEMPLATES, ...UNSEEN];
const NEAR_MISSES = [
  ...NETWORK_NEAR_MISSES,
  ...TEXT_NEAR_MISSES,
  ...UNSEEN_DEVICE_NEAR_MISSES,
  ...UNSEEN_PROGRAM_NEAR_MISSES,
];
const MIN_RECALL = 0.99;
const MAX_FALSE_POSITIVES = 0.02;

const leaks = ({ text, secrets }: SecretSample): boolean => {
  const clean = redactText(text);
  return secrets.some((secret) => clean.includes(secret));
};

describe('corpora', () => {
  test('are as large as promised', () => {
    expect(new Set(TEMPLATES).size).toBeGreaterThanOrEqual(150);
    expect(new Set(NEAR_MISSES).size).toBeGreaterThanOrEqual(300);
  });

  test('the secret is gone in every plain template', () => {
    const leaking = TEMPLATES.flatMap((template) => expandTemplate(template).slice(0, 2)).filter(leaks);
    expect(leaking.map(({ text }) => text)).toEqual([]);
  });

  test.each([
    ['devices', [...CISCO_TEMPLATES, ...VENDOR_TEMPLATES]],
    ['programs', TEXT_TEMPLATES],
    ['split over two lines', SPLIT_TEMPLATES],
    ['unseen devices', [...UNSEEN_DEVICE_TEMPLATES, ...UNSEEN_VENDOR_TEMPLATES]],
    ['unseen programs', [...UNSEEN_PROGRAM_TEMPLATES, ...UNSEEN_PYTHON_TEMPLATES]],
    ['unseen, split over two lines', UNSEEN_SPLIT_TEMPLATES],
  ])('%s: recall of at least 99 % in every dress', (_name, templates) => {
    const samples = templates.flatMap((template) => [1, 2, 3].flatMap((seed) => expandTemplate(template, seed)));
    const leaking = samples.filter(leaks);
    const recall = 1 - leaking.length / samples.length;
    expect({
      recall,
      leaking: recall < MIN_RECALL ? leaking.map(({ variant, template }) => `${variant}: ${template}`) : [],
    }).toEqual({ recall, leaking: [] });
  });

  test('what stands before the secret stays to the letter', () => {
    const samples = TEMPLATES.map((template) => expandTemplate(template)[0]).filter((sample) => sample !== undefined);
    const changed = samples.filter(({ text, before }) => !redactText(text).startsWith(before));
    expect(changed.length / samples.length).toBeLessThanOrEqual(0.02);
  });

  test('near misses stay as they are', () => {
    const changed = NEAR_MISSES.filter((text) => redactText(text) !== text);
    expect(changed.length / NEAR_MISSES.length, changed.join('\n')).toBeLessThanOrEqual(MAX_FALSE_POSITIVES);
  });

  test('a second time changes nothing', () => {
    for (const { text } of TEMPLATES.flatMap((template) => expandTemplate(template))) {
      const once = redactText(text);
      expect(redactText(once)).toBe(once);
    }
  });
});

test('any text at all is redacted without an error, and the second time changes nothing', () => {
  const word = fc.constantFrom(
    'password',
    'secret 5',
    ' ',
    '=',
    ':',
    '"',
    "'",
    '\\',
    '{',
    '\n',
    '-----BEGIN RSA PRIVATE KEY-----',
    'key',
    '[REDACTED:x]',
    '://u:p@h',
    '7',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 12 }), (parts) => {
      const once = redactText(parts.join(''));
      expect(redactText(once)).toBe(once);
    }),
    { numRuns: 2000 },
  );
});

test.each(['secret 5password :B', 'secret 5\\nB', 'secret 5\\n[REDACTED:secret]'])(
  'a second time changes nothing: %s',
  (text) => {
    const once = redactText(text);
    expect(redactText(once)).toBe(once);
  },
);

test('the traps: the keyword of a type, the second secret of a line', () => {
  const cases: [string, string[]][] = [
    ['set password ciphertext AQBAPfT0aSecretValue9', ['AQBAPfT0aSecretValue9']],
    ['password 7 0822455D0A16544541', ['0822455D0A16544541']],
    [
      'username a password Firs7Secret secret 9 $9$nhEmQVczB7dqsO$X.HsgL6x',
      ['Firs7Secret', '$9$nhEmQVczB7dqsO$X.HsgL6x'],
    ],
    ['snmp-server user u g v3 auth sha AuthPhrase1 priv aes 128 PrivPhrase2', ['AuthPhrase1', 'PrivPhrase2']],
    ['key hex 0x1234567890abcdef', ['1234567890abcdef']],
  ];
  for (const [text, secrets] of cases) for (const secret of secrets) expect(redactText(text)).not.toContain(secret);
});
