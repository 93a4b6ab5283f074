import { expect, test } from 'vitest';
import { PAUSE_MARK } from '@/lib/json/pause-mark';
import { BATCH_BOUNDS } from './batch-bounds';
import { MAX_LINE_LENGTH } from './cut-line';
import { parseBody } from './parse-body';
import { prepareBatch, prepareInTurns } from './prepare-batch';
import { RECORD_LIMITS, SURE_LENGTH } from './record-limits';
import { UnreadableRecord } from './unreadable-record';

const times = (count: number, build: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, n) => build(n));
const names = (count: number): string => times(count, (n) => `"k${n}":1`).join(',');
const read = (body: string): unknown[] => [...parseBody(body, null)].filter((record) => record !== PAUSE_MARK);
const prepare = (body: string) =>
  prepareBatch(parseBody(body, null), {
    receivedMs: Date.UTC(2026, 0, 2),
    defaults: null,
  });
const codes = (records: unknown[]) =>
  records.map((record) => (record instanceof UnreadableRecord ? record.code : 'read'));

const RECORDS = times(
  2000,
  (n) => `{"message":"line ${n}, [ and { and \\" of it","fields":{"list":[{"a":${n}},{"b":"},{"}]}}`,
);

test.each([
  ['lines', RECORDS.join('\n')],
  ['an array', `[${RECORDS.join(',')}]`],
  [
    'an array over lines',
    JSON.stringify(
      RECORDS.map((one) => JSON.parse(one) as unknown),
      null,
      2,
    ),
  ],
  ['an envelope', `{"records":[${RECORDS.join(',')}]}`],
  ['an envelope over lines', JSON.stringify({ logs: RECORDS.map((one) => JSON.parse(one) as unknown) }, null, 1)],
  ['arrays behind each other', `[${RECORDS.slice(0, 900).join(',')}]\n[${RECORDS.slice(900).join(',')}]`],
])('%s of more than is looked at at once are the same records', (_name, body) => {
  expect(body.length).toBeGreaterThan(SURE_LENGTH * 4);
  expect(read(body)).toEqual(RECORDS.map((one) => JSON.parse(one) as unknown));
});

test('in a long envelope, members beside the list count for each record, and Kafka’s records are its values', () => {
  const shared = read(`{"job_id":7,"host":{"a":[1]},"events":[${RECORDS.join(',')}],"site":"fra"}`);
  expect(shared).toHaveLength(RECORDS.length);
  expect(shared[1999]).toMatchObject({
    job_id: 7,
    site: 'fra',
    host: { a: [1] },
    message: expect.stringContaining('line 1999') as string,
  });
  const values = read(`{"schema":1,"records":[${RECORDS.map((one) => `{"key":"k","value":${one}}`).join(',')}]}`);
  expect(values).toEqual(RECORDS.map((one) => JSON.parse(one) as unknown));
});

test('a broken element among many costs itself', () => {
  const records = read(`[${RECORDS.slice(0, 500).join(',')},{"message":bad},${RECORDS.slice(500).join(',')}]`);
  expect(codes(records).filter((code) => code !== 'read')).toEqual(['invalid_json']);
  expect(records).toHaveLength(RECORDS.length + 1);
});

const ONE_TOO_MANY = names(RECORD_LIMITS.names + 1);

test.each([
  ['a line', `{"message":"a"}\n{"message":"x",${ONE_TOO_MANY}}\n{"message":"b"}`],
  ['an array', `[{"message":"a"},{"message":"x",${ONE_TOO_MANY}},{"message":"b"}]`],
  ['fields', `[{"message":"a"},{"message":"x","fields":{"deep":[{${ONE_TOO_MANY}}]}},{"message":"b"}]`],
  ['a value over lines', `{"message":"a"}\n{"message":"x",\n${ONE_TOO_MANY}\n}\n{"message":"b"}`],
  ['a list', `{"message":"a"}\n{"message":"x","list":[${'0,'.repeat(RECORD_LIMITS.elements)}0]}\n{"message":"b"}`],
])('a record of too many names or elements in %s is refused by its index', (_name, body) => {
  expect(codes(read(body))).toEqual(['read', 'too_many_names', 'read']);
  const { rejected, acceptedCount } = prepare(body);
  expect(rejected).toMatchObject([{ index: 1, code: 'too_many_names' }]);
  expect(acceptedCount).toBe(2);
});

test('as many as are allowed are taken, and a journal’s text in bytes may be long', () => {
  const { rejected } = prepare(
    `{"message":"x",${names(RECORD_LIMITS.names - 1)}}\n{"MESSAGE":[${'104,'.repeat(20_000)}105]}`,
  );
  expect(rejected).toEqual([]);
});

test('a long text is cut as it was, its secrets gone, wherever they stand', () => {
  const secret = 'password=hunter2secret ';
  for (const at of [0, 196_500, 207_900, 500_000, 835_000, 899_000]) {
    const filler = 'lorem ipsum dolor '.repeat(50_000);
    const message = `${filler.slice(0, at)} ${secret}${filler.slice(at)}`;
    const { groups } = prepare(JSON.stringify({ message, extra: { text: message } }));
    const [line] = groups[0]?.lines ?? [];
    expect(line?.message.length).toBeLessThanOrEqual(MAX_LINE_LENGTH);
    expect(line?.message).toMatch(/ characters cut …\]/);
    expect(`${line?.message} ${line?.fields}`).not.toContain('hunter2');
  }
});

test('the mark of a cut says how much is gone of what was sent', () => {
  const message = 'x'.repeat(3_000_000);
  const [line] = prepare(JSON.stringify({ message })).groups[0]?.lines ?? [];
  const gone = Number(/\[… (\d+) characters cut …\]/.exec(line?.message ?? '')?.[1]);
  expect(gone + (line?.message.match(/x/g)?.length ?? 0)).toBe(message.length);
});

const ofRuns = (count: number) => times(count, (n) => `{"run_id":"r${n}","message":"m"}`).join('\n');
const hours = (count: number) =>
  times(count, (n) => `{"job_id":"j","message":"m","timestamp":${1_000_000_000 + n * 3600}}`).join('\n');

test.each([
  ['too_many_runs', BATCH_BOUNDS.runs, ofRuns],
  ['too_many_runs', BATCH_BOUNDS.runs, hours],
  [
    'too_many_devices',
    BATCH_BOUNDS.devices,
    (count: number) => times(count, (n) => `{"device":"d${n}","message":"m"}`).join('\n'),
  ],
  [
    'too_many_components',
    BATCH_BOUNDS.components,
    (count: number) => times(count, (n) => `{"component":"c${n}","message":"m"}`).join('\n'),
  ],
])('%s: what is beyond is refused by index, what belongs to those before is taken', (code, most, build) => {
  const first = build(1);
  const { rejected, acceptedCount } = prepare(`${build(most + 3)}\n${first}`);
  expect(rejected.map(({ index, code: said }) => [index, said])).toEqual([0, 1, 2].map((n) => [most + n, code]));
  expect(acceptedCount).toBe(most + 1);
});

test('lines of a job that hang together are one run, however many', () => {
  const body = times(20_000, (n) => `{"job_id":"j","message":"m","timestamp":${1_000_000_000 + n * 100}}`).join('\n');
  expect(prepare(body).rejected).toEqual([]);
});

test.each([
  ['records', '{}\n'.repeat(BATCH_BOUNDS.records + 1)],
  [
    'text, by what an envelope says for all',
    `{"records":[${'{"message":"m"},'.repeat(9999)}{"message":"m"}],"about":"${'x'.repeat(20_000)}"}`,
  ],
])('a batch of too much %s is refused as a whole', (_name, body) => {
  expect(() => prepare(body)).toThrow(expect.objectContaining({ code: 'too_large' }) as Error);
});

test.each([
  ['an array', `[${'[],'.repeat(100_000)}[]]`],
  ['lines', '[]\n'.repeat(100_000)],
  ['one line', '[]'.repeat(100_000)],
])('nothing but empty lists in %s: others have their turn all the same', (_name, body) => {
  const preparing = prepareInTurns(parseBody(body, null), { receivedMs: 0, defaults: null });
  let turns = 0;
  while (preparing.next().done !== true) turns += 1;
  expect(turns).toBeGreaterThanOrEqual(100);
});

const MANY = '0,'.repeat(2_000_000);

test.each([
  ['beside an envelope’s list', `{"records":[{"message":"m"}],"other":[${MANY}0]}`],
  ['in a record', `{"message":"m","list":[${MANY}0]}`],
  ['in a record of an envelope', `{"records":[{"message":"m","list":[${MANY}0]}]}`],
  ['as levels of an element', `[{"message":"m","list":${'['.repeat(2e6)}${']'.repeat(2e6)}}]`],
  ['as lines of a broken value', `{"message":"m"${'\n'.repeat(1_000_000)},"a":bad}`],
])('millions of list elements %s: others have their turn while the end is looked for', (_name, body) => {
  const preparing = prepareInTurns(parseBody(body, null), { receivedMs: 0, defaults: null });
  let turns = 0;
  while (preparing.next().done !== true) turns += 1;
  expect(turns).toBeGreaterThanOrEqual(8);
});

test('an element of more levels than anybody nests costs itself', () => {
  const deep = `{"message":"x","list":${'['.repeat(20_000)}${']'.repeat(20_000)}}`;
  expect(codes(read(`[{"message":"a"},${deep},{"message":"b"}]`))).toEqual(['read', 'too_deep', 'read']);
});

test.each([
  ['separators before a long line', `${'a\u001e'.repeat(50_000)}${'x'.repeat(15_000_000)}`, 50_001],
  ['bad elements of one line', `[${'{a},'.repeat(50_000)}{"a":"${'x'.repeat(15_000_000)}"}]`, 50_001],
])('of %s, what stands behind is not looked at anew for each', (_name, body, count) => {
  expect(read(body)).toHaveLength(count);
});

test('a form of a million names is no form', () => {
  expect(read(`message=a${'&b=c'.repeat(300_000)}`)).toHaveLength(1);
});
