import { describe, expect, it } from 'vitest';
import { readLineDefaults } from './line-defaults';
import { parseRecord } from './parse-record';

const read = (query: string) => readLineDefaults(`http://x/api/v1/logs${query}`);
const parse = (record: object, query: string) => parseRecord(record, 0, read(query));

describe('defaults in the address', () => {
  it('are none without a query', () => {
    expect([read(''), read('?')]).toEqual([null, null]);
  });

  it('count for what a record does not say', () => {
    const all = '?job_id=7&job_name=Nightly&job_type=backup&run_id=r&component=c&device=d&phase=p&level=err';
    const told = {
      jobId: '7',
      jobName: 'Nightly',
      jobType: 'backup',
      runId: 'r',
      component: 'c',
      device: 'd',
      phase: 'p',
    };
    expect(parse({ message: 'x' }, all)).toMatchObject({ ...told, level: 40 });
    expect(parse({ message: 'x', device: '', level: null }, all)).toMatchObject({ ...told, level: 40 });
    expect(parse({ message: 'x' }, '?jobId=7&jobName=Nightly&jobType=backup&runId=r')).toMatchObject({
      jobId: '7',
      jobName: 'Nightly',
      jobType: 'backup',
      runId: 'r',
    });
  });

  it('never stand against what it says, under whatever name', () => {
    const record = {
      msg: 'x',
      jobId: 1,
      session_id: 's',
      logger: 'own',
      device_id: 3,
      severityNumber: 17,
      phase: 'own',
    };
    expect(parse(record, '?job_id=7&run_id=r&component=c&device=d&phase=p&level=DEBUG')).toMatchObject({
      jobId: '1',
      runId: 's',
      component: 'own',
      device: '3',
      phase: 'own',
      level: 40,
    });
  });
});

it.each([
  ['?source=x', 'source', /unknown parameter; this address takes job_id, job_name/],
  ['?level=no-level', 'level', /expected DEBUG/],
  ['?device=', 'device', />=1 char/],
  ['?job_id=7&jobId=7', 'jobId', /not both/],
  [`?run_id=${'x'.repeat(201)}`, 'run_id', /<=200 char/],
])('%s is refused, naming %s', (query, field, detail) => {
  expect(() => read(query)).toThrow(
    expect.objectContaining({
      code: 'invalid_request',
      errors: [{ field, detail: expect.stringMatching(detail) as string }],
    }),
  );
});
