import { expect, test } from 'vitest';
import { parseExact } from '@/lib/json/exact-json';
import type { Line } from '@/lib/store/chunks/line';
import { detailRows } from '../detail/detail-rows';
import { fieldsSuffix } from './fields-text';

const json = '{"id":12345678901234567890,"ratio":1.10,"deep":{"big":1e400,"list":[1.0]}}';
const fields = parseExact(json) as Line['fields'];

test('the suffix of a row and the rows of the detail show the digits that were sent', () => {
  expect(fieldsSuffix(fields)).toBe('id=12345678901234567890 ratio=1.10 deep={"big":1e400,"list":[1.0]}');
  const time = '2026-11-22T02:14:07.120Z';
  const line = {
    seq: 1,
    time,
    receivedAt: time,
    level: 'INFO',
    component: '',
    device: '',
    phase: '',
    message: 'm',
  } as const;
  const rows = detailRows({ ...line, fields }, 'UTC').slice(2);
  expect(rows.map(({ name, value }) => [name, value])).toEqual([
    ['id', '12345678901234567890'],
    ['ratio', '1.10'],
    ['deep.big', '1e400'],
    ['deep.list', '[1.0]'],
  ]);
});
