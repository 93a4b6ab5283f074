import { describe, expect, it } from 'vitest';
import { fromLocalInput, toLocalInput } from './local-date-time';

describe('datetime-local fields', () => {
  it('come back to the minute', () => {
    for (const iso of ['2026-11-22T02:14:00.000Z', '2026-07-01T23:59:00.000Z', '1970-01-02T00:00:00.000Z']) {
      expect(fromLocalInput(toLocalInput(iso))).toBe(iso);
    }
  });

  it.each(['', 'soon', '2026-13-45T99:99'])('refuses %j', (text) => {
    expect(fromLocalInput(text)).toBeUndefined();
  });

  it('writes the form that the field takes', () => {
    expect(toLocalInput('2026-11-22T02:14:07.120Z')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  });
});
