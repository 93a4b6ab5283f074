import { expect, test } from 'vitest';
import { planChunks } from '@/lib/store/chunks/plan-chunks';
import { parseBody } from './parse-body';
import { prepareBatch } from './prepare-batch';

/** Looked for again from each of its characters, a run of so many takes minutes, and a test that long has failed. */
const LENGTH = 250_000;
const CHARACTERS = ['\0', '\r', '\n', '\t', ' ', '\ufeff', ...'\\.,;:!?-=#*>"\'`)]}'];

const FORMS: [string, (text: string) => string][] = [
  ['a line of text', (text) => text],
  ['a text in a list', (text) => JSON.stringify([text, 'x'])],
  ['a message', (message) => JSON.stringify({ message })],
  ['a level', (level) => JSON.stringify({ message: 'x', level })],
  ['a field', (field) => JSON.stringify({ message: 'x', field })],
  ['a name', (device) => JSON.stringify({ message: 'x', device, job_id: device })],
];

test.each(FORMS)('a long run of one character inside of %s is read once', (_name, build) => {
  for (const character of CHARACTERS) {
    const body = build(`x${character.repeat(LENGTH)}x`);
    const { groups, acceptedCount } = prepareBatch(parseBody(body, 'text/plain'), {
      receivedMs: Date.UTC(2026, 0, 2),
      defaults: null,
    });
    expect(acceptedCount).toBeGreaterThan(0);
    for (const { lines } of groups) expect([...planChunks(1, lines)].length).toBeGreaterThan(0);
  }
});
