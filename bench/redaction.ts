import { redactText } from '@/lib/redaction/redact-text';
import { expandTemplate } from '@/lib/redaction/testing/expand-template';
import { NETWORK_NEAR_MISSES } from '@/lib/redaction/testing/near-misses-network';
import { TEXT_NEAR_MISSES } from '@/lib/redaction/testing/near-misses-text';
import { CISCO_TEMPLATES } from '@/lib/redaction/testing/secret-templates-cisco';
import { TEXT_TEMPLATES } from '@/lib/redaction/testing/secret-templates-text';
import { VENDOR_TEMPLATES } from '@/lib/redaction/testing/secret-templates-vendors';
import { atLeast, atMost, plain, type Figure } from './figure';
import { lineMessage } from './lines';

const LINES = 500_000;
const HOSTILE_LENGTH = 256 * 1024;
/** Texts made to send a careless expression back and forth. */
const HOSTILE = [
  'password ',
  '"',
  '\\',
  '=',
  'key ',
  'a',
  '{"password":',
  '://',
  'password=\\"',
  '-----BEGIN ',
  'QUJD',
  '\u001b[1m',
  'secret 5 ',
];

/** Recall and false positives over the corpora, and what redaction costs a line. */
export function benchRedaction(): Figure[] {
  const samples = [...CISCO_TEMPLATES, ...VENDOR_TEMPLATES, ...TEXT_TEMPLATES].flatMap((template) =>
    expandTemplate(template),
  );
  const caught = samples.filter(({ text, secrets }) => {
    const clean = redactText(text);
    return secrets.every((secret) => !clean.includes(secret));
  });
  const nearMisses = [...NETWORK_NEAR_MISSES, ...TEXT_NEAR_MISSES];
  const falseHits = nearMisses.filter((text) => redactText(text) !== text);
  const ordinary = Array.from({ length: LINES }, (_, n) => lineMessage(n));
  const mixed = ordinary
    .slice(0, LINES / 5)
    .map((text, n) => (n % 100 === 0 ? (samples[n % samples.length]?.text ?? text) : text));
  const hostile = HOSTILE.map((part) => part.repeat(Math.ceil(HOSTILE_LENGTH / part.length)));
  return [
    atLeast('redaction: recall over all templates and dresses', (100 * caught.length) / samples.length, {
      min: 99,
      unit: '%',
    }),
    atMost('redaction: false positives over the near misses', (100 * falseHits.length) / nearMisses.length, {
      max: 2,
      unit: '%',
    }),
    atLeast('redaction: lines without a hit, one core', linesPerSecond(ordinary), { min: 500_000, unit: 'lines/s' }),
    plain('redaction: lines of which 1 % hold a secret, one core', linesPerSecond(mixed), 'lines/s'),
    atMost('redaction: slowest hostile line of 256 KiB', Math.max(...hostile.map(milliseconds)), {
      max: 50,
      unit: 'ms',
    }),
  ];
}

function linesPerSecond(lines: string[]): number {
  const startedAt = performance.now();
  for (const line of lines) redactText(line);
  return (lines.length / (performance.now() - startedAt)) * 1000;
}

/** The faster of two: the first call compiles. */
function milliseconds(text: string): number {
  const times = [0, 1].map(() => {
    const startedAt = performance.now();
    redactText(text);
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}
