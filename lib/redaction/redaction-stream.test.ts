import { describe, expect, test } from 'vitest';
import { openRedactionStream } from './redaction-stream';
import { expandTemplate } from './testing/expand-template';
import { SPLIT_TEMPLATES } from './testing/secret-templates-split';

describe('records that follow each other', () => {
  test('a secret split over records is gone, whatever the template', () => {
    const leaking = SPLIT_TEMPLATES.filter((template) => {
      const [sample] = expandTemplate(template);
      const stream = openRedactionStream();
      const clean = sample?.text.split('\n').map((line) => stream.redactMessage(line)) ?? [];
      const parts = sample?.secrets.flatMap((secret) => secret.split('\n')) ?? [];
      return parts.some((part) => clean.some((line) => line.includes(part)));
    });
    expect(leaking.length / SPLIT_TEMPLATES.length, leaking.join('\n')).toBeLessThanOrEqual(0.01);
  });

  test('after the key, ordinary lines stay', () => {
    const stream = openRedactionStream();
    stream.redactMessage('-----BEGIN RSA PRIVATE KEY-----');
    expect(stream.redactMessage('MIIEpAIBAAKCAQEAx3fT0LIWEWgSoIeT2k7u8mQ4n5sV1r9ZpXcBvNmAsDfGhJkL')).not.toContain(
      'MIIE',
    );
    stream.redactMessage('-----END RSA PRIVATE KEY-----');
    expect(stream.redactMessage('connected to fra-sw-12 in 247 ms')).toBe('connected to fra-sw-12 in 247 ms');
  });

  test('an END that never comes is not waited for for ever', () => {
    const stream = openRedactionStream();
    stream.redactMessage('-----BEGIN RSA PRIVATE KEY-----');
    for (let line = 0; line < 300; line += 1) {
      stream.redactMessage('MIIEpAIBAAKCAQEAx3fT0LIWEWgSoIeT2k7u8mQ4n5sV1r9ZpXcBvNmAsDfGhJkL');
    }
    const hash = 'b04f1f9d2a8c3e6f7b04f1f9d2a8c3e6f7b04f1f9d2a8c3e6f7b04f1f9d2a8c3';
    expect(stream.redactMessage(hash)).toBe(hash);
  });
});
