import { describe, expect, it } from 'vitest';
import { parseTailEvent, TAIL_EVENT_NAMES, TAIL_EVENTS } from './tail-events';

describe('parseTailEvent', () => {
  it('reads an event by its name', () => {
    expect(parseTailEvent('state', '{"phase":"live","lastSeq":7}')).toEqual({
      name: 'state',
      data: { phase: 'live', lastSeq: 7 },
    });
    expect(parseTailEvent('end', '{"status":"failed","lastSeq":9}').data).toEqual({ status: 'failed', lastSeq: 9 });
  });

  it('refuses what the name does not promise', () => {
    expect(() => parseTailEvent('line', '{"seq":1}')).toThrow();
    expect(() => parseTailEvent('state', 'no JSON')).toThrow();
  });

  it('lists every event', () => {
    expect([...TAIL_EVENT_NAMES].sort()).toEqual(Object.keys(TAIL_EVENTS).sort());
  });
});
