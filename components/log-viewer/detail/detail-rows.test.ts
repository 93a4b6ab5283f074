import { describe, expect, it } from 'vitest';
import type { Line } from '@/lib/store/chunks/line';
import { detailRows, filterRows } from './detail-rows';
import { fieldsSuffix } from '../message/fields-text';

const line: Line = {
  seq: 7,
  time: '2026-11-22T02:14:07.120Z',
  receivedAt: '2026-11-22T02:14:08.000Z',
  level: 'ERROR',
  component: 'gateway',
  device: 'fra-sw-12',
  phase: '',
  message: 'authentication failed',
  fields: { port: 22, tacacs: { server: '10.0.0.1', tries: [1, 2] }, empty: {}, note: null },
  clientSeq: 9,
};

describe('detailRows', () => {
  it('names everything that is there, nested fields by path', () => {
    expect(detailRows(line, 'UTC').map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'time: 2026-11-22 02:14:07.120 UTC',
      'received: 2026-11-22 02:14:08.000 UTC',
      'component: gateway',
      'device: fra-sw-12',
      'client seq: 9',
      'port: 22',
      'tacacs.server: 10.0.0.1',
      'tacacs.tries: [1,2]',
      'empty: {}',
      'note: null',
    ]);
  });

  it('are searched where the search of lines looks: device and fields', () => {
    const searched = detailRows(line, 'UTC').filter(({ isSearched }) => isSearched);
    expect(searched.map(({ name }) => name)).toEqual([
      ...['device', 'port', 'tacacs.server', 'tacacs.tries', 'empty', 'note'],
    ]);
  });

  it('are found by name and by value', () => {
    const rows = detailRows(line, 'UTC');
    expect(filterRows(rows, 'SERVER').map(({ name }) => name)).toEqual(['tacacs.server']);
    expect(filterRows(rows, 'fra-').map(({ name }) => name)).toEqual(['device']);
    expect(filterRows(rows, ' ')).toHaveLength(rows.length);
  });
});

describe('fieldsSuffix', () => {
  it('is one line and bounded', () => {
    expect(fieldsSuffix(line.fields)).toBe('port=22 tacacs={"server":"10.0.0.1","tries":[1,2]} empty={} note=null');
    expect(fieldsSuffix({ long: 'x'.repeat(5000) }).length).toBeLessThan(310);
  });
});
