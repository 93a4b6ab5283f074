import fc from 'fast-check';
import { expect, test } from 'vitest';
import { redactText } from '@/lib/redaction/redact-text';
import { openRedactionStream, type RedactionStream } from '@/lib/redaction/redaction-stream';
import { redactValue } from '@/lib/redaction/redact-value';
import { expandTemplate } from '@/lib/redaction/testing/expand-template';
import { TEXT_NEAR_MISSES } from '@/lib/redaction/testing/near-misses-text';
import { CISCO_TEMPLATES } from '@/lib/redaction/testing/secret-templates-cisco';
import { SPLIT_TEMPLATES } from '@/lib/redaction/testing/secret-templates-split';
import { TEXT_TEMPLATES } from '@/lib/redaction/testing/secret-templates-text';
import { prepareBatch } from './prepare-batch';
import { openRedactionStreams } from './redaction-streams';

const samples = (templates: readonly string[]) =>
  templates.flatMap((template) => expandTemplate(template).slice(0, 3)).map(({ text }) => text);
const SECRETS = samples([...CISCO_TEMPLATES, ...TEXT_TEMPLATES]);
const SPLIT_LINES = samples(SPLIT_TEMPLATES).flatMap((text) => text.split('\n'));

const message = fc.oneof(
  fc.constantFrom(...SPLIT_LINES),
  fc.constantFrom(...SECRETS),
  fc.constantFrom(...TEXT_NEAR_MISSES, 'connected in 7 ms', 'half \ud83d emoji', 'nul \0', '\u001b[31mred'),
);
const source = fc.record({
  run_id: fc.constantFrom('r1', 'r2', 'password=hunter2secret'),
  component: fc.constantFrom('gateway', '', 'token=abcdefghij0123456789'),
  device: fc.constantFrom('a', 'b'),
});
const fields = fc.dictionary(
  fc.constantFrom('host', 'password', 'name', 'value', 'note', 'key', 'enable secret 0 abcdefgh'),
  fc.oneof(message, fc.integer(), fc.constantFrom(null, true), fc.dictionary(fc.constantFrom('pwd', 'n'), message)),
  { maxKeys: 3 },
);
const record = fc.record({ source, message, fields });

/** NUL and lone surrogates as the store wants them. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', '␀');

test('every line is redacted as its own source alone would be, whatever stands between its lines', () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 30 }), (records) => {
      const wire = records.map((one) => ({ ...one.source, message: one.message, additional_fields: one.fields }));
      const streams = openRedactionStreams();
      const half = wire.length >> 1;
      const groups = [wire.slice(0, half), wire.slice(half)].flatMap(
        (part) => prepareBatch(part, { receivedMs: 0, streams, defaults: null }).groups,
      );
      const alone = new Map<string, RedactionStream>();
      for (const run of new Set(records.map((one) => one.source.run_id))) {
        const expected = records.filter((one) => one.source.run_id === run).map((one) => expectedLine(one, alone));
        const runId = redactText(run);
        const lines = groups.filter(({ ref }) => ref.kind === 'run' && ref.runId === runId).flatMap((g) => g.lines);
        expect(lines.map((line) => [line.component, line.device, line.message, line.fields])).toEqual(expected);
      }
    }),
    { numRuns: 1000 },
  );
});

type Given = { source: { run_id: string; component: string; device: string }; message: string; fields: object };

function expectedLine({ source: from, message: text, fields: given }: Given, alone: Map<string, RedactionStream>) {
  const key = JSON.stringify(from);
  const stream = alone.get(key) ?? openRedactionStream();
  alone.set(key, stream);
  const own = redactValue(JSON.parse(JSON.stringify(given))) as object;
  const json = Object.keys(own).length === 0 ? '' : JSON.stringify(own, (_key, value: unknown) => cleanDeep(value));
  return [redactText(from.component), from.device, stream.redactMessage(clean(text)), json];
}

const cleanDeep = (value: unknown): unknown => (typeof value === 'string' ? clean(value) : value);
