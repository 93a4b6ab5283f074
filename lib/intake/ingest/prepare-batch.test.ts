import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactText } from '@/lib/redaction/redact-text';
import { redactValue } from '@/lib/redaction/redact-value';
import { expandTemplate } from '@/lib/redaction/testing/expand-template';
import { redactInTurn } from '@/lib/redaction/redact-in-turn';
import { TEXT_NEAR_MISSES } from '@/lib/redaction/testing/near-misses-text';
import { CISCO_TEMPLATES } from '@/lib/redaction/testing/secret-templates-cisco';
import { SPLIT_TEMPLATES } from '@/lib/redaction/testing/secret-templates-split';
import { TEXT_TEMPLATES } from '@/lib/redaction/testing/secret-templates-text';
import type { LineDraft } from '@/lib/store/chunks/line-draft';
import { continueSecrets, type OpenSecrets } from './open-secrets';
import { prepareBatch } from './prepare-batch';

const samples = (templates: readonly string[]) =>
  templates.flatMap((template) => expandTemplate(template).slice(0, 3)).map(({ text }) => text);
const SECRETS = samples([...CISCO_TEMPLATES, ...TEXT_TEMPLATES]);
/** Dense enough to be a key's body, which goes on with the key of any sender that is open. */
const isLikeKeyBody = (line: string): boolean => /^[A-Za-z0-9+/]{24,}={0,2}$/.test(line);
const SPLIT_LINES = samples(SPLIT_TEMPLATES.filter((template) => !/BEGIN|Private/.test(template)))
  .flatMap((text) => text.split('\n'))
  .filter((line) => !isLikeKeyBody(line));

const message = fc.oneof(
  fc.constantFrom(...SPLIT_LINES),
  fc.constantFrom(...SECRETS),
  fc.constantFrom(...TEXT_NEAR_MISSES, 'connected in 7 ms', 'half \ud83d emoji', 'nul \0', '\u001b[31mred'),
);
/** Two devices, each with a component of its own: neither is the other's kin. */
const sender = fc.constantFrom(
  { component: 'gateway', device: 'a' },
  { component: 'token=abcdefghij0123456789', device: 'b' },
);
const source = fc
  .tuple(fc.constantFrom('r1', 'r2', 'password=hunter2secret'), sender)
  .map(([run_id, names]) => ({ run_id, ...names }));
const fields = fc.dictionary(
  fc.constantFrom('host', 'password', 'name', 'value', 'note', 'key', 'enable secret 0 abcdefgh'),
  fc.oneof(message, fc.integer(), fc.constantFrom(null, true), fc.dictionary(fc.constantFrom('pwd', 'n'), message)),
  { maxKeys: 3 },
);
const record = fc.record({ source, message, fields });

/** NUL and lone surrogates as the store wants them. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '␀');

test('every line is redacted as its own sender alone would be, whatever stands between its lines', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), (records) => {
      const stored = storeInHalves(records);
      for (const run of new Set(records.map((one) => one.source.run_id))) {
        const expected = expectedLines(records.filter((one) => one.source.run_id === run));
        const lines = stored.get(redactText(run)) ?? [];
        expect(lines.map((line) => [line.component, line.device, line.message, line.fields])).toEqual(expected);
      }
    }),
    { numRuns: 1000 },
  );
});

type Given = {
  source: { run_id: string; component: string; device: string };
  message: string;
  fields: Record<string, unknown>;
};

/** The lines of each run, sent in two batches. */
function storeInHalves(records: readonly Given[]): Map<string, LineDraft[]> {
  const wire = records.map((one) => ({ ...one.source, message: one.message, additional_fields: one.fields }));
  const half = wire.length >> 1;
  const stored = new Map<string, LineDraft[]>();
  const kept = new Map<string, OpenSecrets>();
  for (const part of [wire.slice(0, half), wire.slice(half)]) {
    for (const { ref, lines } of prepareBatch(part, { receivedMs: 0, defaults: null }).groups) {
      const run = ref.kind === 'run' ? ref.runId : '';
      const clean = continueSecrets(lines, kept.get(run) ?? [], 0);
      kept.set(run, clean.open);
      stored.set(run, [...(stored.get(run) ?? []), ...clean.lines]);
    }
  }
  return stored;
}

function expectedLines(records: readonly Given[]): string[][] {
  const turns = new Map(records.map(({ source: { device } }) => [device, ownMessages(records, device)]));
  return records.map(({ source: from, fields: given }) => {
    const own = redactValue(JSON.parse(JSON.stringify(given))) as object;
    const json = Object.keys(own).length === 0 ? '' : JSON.stringify(own, (_key, value: unknown) => cleanDeep(value));
    return [redactText(from.component), from.device, turns.get(from.device)?.shift() ?? '', json];
  });
}

const ownMessages = (records: readonly Given[], device: string): string[] =>
  redactInTurn(records.filter((one) => one.source.device === device).map((one) => clean(one.message)));

const cleanDeep = (value: unknown): unknown => (typeof value === 'string' ? clean(value) : value);

test('every record is a line of its run, in the order sent, or refused under its own index', () => {
  const good = fc.constantFrom('r1', 'r2', 'r3').map((run_id) => ({ run_id }));
  const bad = fc.constantFrom<unknown[]>(7, null, 'text', [], {}, { level: 'INFO' });
  fc.assert(
    fc.property(fc.array(fc.oneof(good, bad), { maxLength: 40 }), (given) => {
      const isGood = (one: unknown): one is { run_id: string } =>
        typeof one === 'object' && one !== null && 'run_id' in one;
      const records = given.map((one, index) => (isGood(one) ? { ...one, message: `line ${index}` } : one));
      const { groups, rejected, acceptedCount } = prepareBatch(records, { receivedMs: 0, defaults: null });
      expect(acceptedCount + rejected.length).toBe(records.length);
      expect(rejected.map(({ index }) => index)).toEqual(given.flatMap((one, index) => (isGood(one) ? [] : [index])));
      const stored = groups.map(({ ref, lines }) => [
        ref.kind === 'run' && ref.runId,
        lines.map((line) => line.message),
      ]);
      const runs = [...new Set(given.filter(isGood).map(({ run_id }) => run_id))];
      expect(stored).toEqual(
        runs.map((run) => [
          run,
          given.flatMap((one, index) => (isGood(one) && one.run_id === run ? [`line ${index}`] : [])),
        ]),
      );
    }),
  );
});
