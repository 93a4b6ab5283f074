import { beforeAll, describe, expect, test } from 'vitest';
import { mergeRun } from '@/lib/upkeep/background/server/sql/merge-run';
import { updateRun } from '@/lib/runs/server/update-run';
import { readTail } from '@/lib/reading/tail/server/sql/read-tail';
import { tailQuery } from '@/lib/reading/tail/schema';
import { GATEWAY, postLines, READER } from '@/lib/testing/ingest';
import { useTestDatabase } from '@/lib/testing/test-database';
import { createRandom } from '@/simulator/random';
import { formatTimestamp } from '@/lib/store/chunks/timestamp';
import { findLinesQuery } from '../schema';
import { findLines } from './find-lines';

useTestDatabase();

const START = Date.UTC(2026, 9, 1, 2);
const SECONDS = 500;
const random = createRandom('ranges');
const LEVELS = ['DEBUG', 'INFO', 'INFO', 'INFO', 'WARNING', 'ERROR'] as const;
const lines = Array.from({ length: 4300 }, (_, n) => ({
  // In order but for some seconds, so that chunks overlap; to the microsecond, as Python writes.
  time: formatTimestamp(START + (n / 4300) * SECONDS * 1000 + Math.round(random.next() * 8_000_000) / 1000),
  level: random.pick(LEVELS),
  component: random.pick(['gateway', 'git']),
  device: `sw-${random.int(1, 9)}`,
  message: random.chance(0.05) ? 'needle in the hay' : random.chance(0.5) ? 'hay only' : 'straw',
}));
type SentLine = (typeof lines)[number];

/** Same length of text, so that the order of the texts is that of the times. */
const timeKey = (time: string): string => time.replace(/Z$/, '').padEnd('2026-10-01T02:00:00.000000'.length, '0');

const FILTERS: [name: string, query: Record<string, string>, isMatch: (line: SentLine) => boolean][] = [
  ['nothing else', {}, () => true],
  ['a level', { level: 'error' }, ({ level }) => level === 'ERROR'],
  ['levels', { level: 'info,warning' }, ({ level }) => level === 'INFO' || level === 'WARNING'],
  ['a device', { device: 'sw-4' }, ({ device }) => device === 'sw-4'],
  [
    'a component and a level',
    { component: 'git', level: 'warning' },
    ({ component, level }) => component === 'git' && level === 'WARNING',
  ],
  ['a rare word', { q: 'needle' }, ({ message }) => message.includes('needle')],
  ['a frequent word', { q: 'hay' }, ({ message }) => message.includes('hay')],
  ['part of a word', { q: '*tra*' }, ({ message }) => message.includes('tra')],
];

const timeAt = (second: number): string => formatTimestamp(START + Math.round(second * 1000));
function randomRange(): { since?: string; until?: string } {
  const since = random.next() * SECONDS;
  const until = since + 0.5 + random.next() ** 3 * SECONDS;
  const exact = random.pick(lines).time;
  return random.pick([
    { since: timeAt(since) },
    { until: timeAt(until) },
    { since: timeAt(since), until: timeAt(until) },
    { since: timeAt(since), until: timeAt(since + 0.4) },
    { since: timeAt(-100), until: timeAt(SECONDS + 100) },
    { since: exact },
    { until: exact },
  ]);
}

describe.each(['in pieces', 'sealed but for its end', 'sealed'])('a run %s', (runId) => {
  beforeAll(async () => {
    for (let at = 0; at < lines.length; at += 430) {
      await postLines(
        lines.slice(at, at + 430).map(({ time, ...line }) => ({ ...line, run_id: runId, timestamp: time })),
      );
    }
    if (runId === 'sealed') await updateRun(GATEWAY, runId, { status: 'succeeded' });
    if (runId !== 'in pieces') await mergeRun(runId);
  });

  test.each(FILTERS)(
    'time and %s: exact total and pages, as looking at each line gives',
    async (_name, query, isMatch) => {
      for (let round = 0; round < 12; round += 1) {
        const range = randomRange();
        const isIn = ({ time }: SentLine) =>
          (!range.since || timeKey(time) >= timeKey(range.since)) &&
          (!range.until || timeKey(time) < timeKey(range.until));
        const expected = lines.flatMap((line, index) => (isIn(line) && isMatch(line) ? [index + 1] : []));
        const find = (page: Record<string, string | number>) =>
          findLines(READER, runId, findLinesQuery.parse({ ...query, ...range, ...page }));
        const offset = random.int(0, expected.length);
        const page = await find({ offset, limit: 40 });
        expect(page.total, JSON.stringify(range)).toBe(expected.length);
        expect(page.lines.map(({ seq }) => seq)).toEqual(expected.slice(offset, offset + 40));
        const from = random.int(1, lines.length);
        const back = await find({ from, order: 'desc', limit: 7 });
        expect(back.lines.map(({ seq }) => seq)).toEqual(
          expected
            .filter((seq) => seq <= from)
            .slice(-7)
            .reverse(),
        );
      }
    },
  );

  test('a tail sends what lies in the range', async () => {
    const range = { since: timeAt(100), until: timeAt(100.5) };
    const { after: _after, ...filter } = tailQuery.parse(range);
    let sent = 0;
    for (let after = 0; after < lines.length;) {
      const step = await readTail({ runId, createdMs: 0 }, filter, { after, lastSeq: lines.length });
      after = step.throughSeq;
      sent += step.lineCount;
    }
    const { total } = await findLines(READER, runId, findLinesQuery.parse(range));
    expect(sent).toBe(total);
    expect(total).toBeGreaterThan(0);
  });
});

test.each([findLinesQuery, tailQuery])('a range without a time in it is refused', (schema) => {
  const since = '2026-10-01T02:00:00.000200Z';
  for (const until of [since, '2026-10-01T02:00:00.000100Z', '2026-10-01T03:00:00+02:00']) {
    expect(schema.safeParse({ since, until }).error?.issues).toMatchObject([
      { path: ['until'], message: 'expected a time after since' },
    ]);
  }
  expect(schema.safeParse({ since, until: '2026-10-01T02:00:00.000201Z' }).success).toBe(true);
  expect(schema.safeParse({ since: '0001-01-01T00:00:00Z' }).success).toBe(false);
});
