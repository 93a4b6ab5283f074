import { expect, test } from 'vitest';
import { KEY_RULES, type Slot } from './record-keys';
import { parseRecord } from './parse-record';
import { recordSchema } from './record-schema';

const SAMPLE = {
  timestamp: '2026-11-22 02:14:07,120',
  level: 'warn',
  message: 'hello',
  job_id: 42,
  run_id: 'r1',
  session_id: 's1',
  component: 'gateway',
  device: 'fra-sw-12',
  phase: 'connect',
  seq: 7,
  job_type: 'config_backup',
  job_name: 'Nightly backup',
  additional_fields: { host: '10.0.0.1' },
};

test('every key that the description names is one that the reader knows, under its best name', () => {
  const keys = Object.keys(recordSchema.shape);
  expect(keys.filter((key) => KEY_RULES.get(key)?.rank !== 0)).toEqual([]);
  const described = new Set(keys.map((key) => KEY_RULES.get(key)?.slot));
  const undescribed = [...new Set([...KEY_RULES.values()].map(({ slot }) => slot))].filter(
    (slot) => !described.has(slot),
  );
  expect(undescribed).toEqual(['severityNumber'] satisfies Slot[]);
});

test('a record of all described keys passes both', () => {
  expect(Object.keys(SAMPLE).sort()).toEqual(Object.keys(recordSchema.shape).sort());
  expect(recordSchema.safeParse(SAMPLE).success).toBe(true);
  expect(parseRecord(SAMPLE, 0)).toMatchObject({
    level: 30,
    runId: 'r1',
    jobId: '42',
    clientSeq: 7,
    jobName: 'Nightly backup',
  });
});

test('the description names every alias that the reader knows', () => {
  const { shape } = recordSchema;
  for (const field of [shape.timestamp, shape.level, shape.message, shape.component, shape.device]) {
    expect(field.meta()?.description).toMatch(/Also under \w/);
  }
  expect(shape.device.meta()?.description).toContain('fromhost');
  expect(shape.message.meta()?.description).toContain('short_message');
});
