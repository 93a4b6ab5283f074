import { describe, expect, it } from 'vitest';
import type { Line } from '@/lib/store/chunks/line';
import { pointedSeqs } from './pointed-lines';

const START_MS = Date.UTC(2026, 10, 22, 2);
const line = (seq: number, offsetMs: number, device: string): Line => ({
  seq,
  time: new Date(START_MS + offsetMs).toISOString(),
  receivedAt: '2026-11-22T02:14:08.000Z',
  level: 'INFO',
  component: '',
  device,
  phase: '',
  message: '',
  fields: {},
});
const LINES = [line(1, 0, 'a'), line(2, 100, 'b'), line(3, 100, 'a'), line(4, 300, 'a'), line(5, 300, 'a')];

describe('lines at the moment that is pointed at', () => {
  it.each([
    ['nothing', null, []],
    ['any device', { timeMs: START_MS + 110, name: '' }, [2, 3]],
    ['its own device', { timeMs: START_MS + 110, name: 'b' }, [2]],
    ['several at one time', { timeMs: START_MS + 290, name: 'a' }, [4, 5]],
    ['a device that is not drawn', { timeMs: START_MS + 110, name: 'c' }, []],
    ['before what is drawn', { timeMs: START_MS - 1, name: 'a' }, []],
    ['after what is drawn', { timeMs: START_MS + 301, name: '' }, []],
  ])('%s', (_name, pointed, seqs) => {
    expect(pointedSeqs(LINES, pointed)).toEqual(seqs);
  });

  it('none where nothing is drawn', () => {
    expect(pointedSeqs([], { timeMs: START_MS, name: '' })).toEqual([]);
  });
});
