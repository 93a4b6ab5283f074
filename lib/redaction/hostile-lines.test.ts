import { expect, test } from 'vitest';
import { redactText } from './redact-text';
import { buildHostileLines } from './testing/hostile-lines';
import { redactInTurn } from './redact-in-turn';

const KIB = 1024;

test('lines of 256 KiB come to an end, and the second time changes nothing', () => {
  for (const line of buildHostileLines(256 * KIB)) {
    const clean = redactText(line);
    expect(redactText(clean)).toBe(clean);
    redactInTurn([line, line.slice(-2 * KIB)]);
  }
});

test('what follows too many cues is not read, so it does not stay either', () => {
  const clean = redactText(`${'key,'.repeat(7_000)} password=Tr0ub4dor\nnext line`);
  expect(clean).not.toContain('Tr0ub4dor');
  expect(clean).toContain('[REDACTED:too-dense]\nnext line');
});

test('lines with too many cues become one marker, also where a value reaches into the next line', () => {
  const clean = redactText(`${'password="a\\n'.repeat(20_000)}password=Tr0ub4dor\nnext line`);
  expect(clean).not.toContain('Tr0ub4dor');
  expect(clean.match(/too-dense/g)).toHaveLength(1);
  expect(clean).toContain('[REDACTED:too-dense]\nnext line');
});

test('a configuration with a secret in every third line is read to its end', () => {
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `interface Gi1/0/${n}\n description port ${n}\n ppp chap password 7 0822455D0A16`,
  );
  expect(redactText(lines.join('\n'))).not.toMatch(/0822455D0A16|too-dense/);
});
