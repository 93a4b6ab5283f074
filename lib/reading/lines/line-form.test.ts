import { describe, expect, test } from 'vitest';
import { selectionOf, type LineView } from './line-filter-codec';
import { changeForm, formOf } from './line-form';

const after = (view: LineView, ...forms: Parameters<typeof changeForm>[1][]): LineView =>
  forms.reduce((current, form) => ({ ...current, ...changeForm(current, form) }), view);

describe('forms', () => {
  test('neighbours without a filter are those of errors, and going back shows all lines', () => {
    const view = after({}, 'around');
    expect(selectionOf(view)).toEqual({ level: ['ERROR', 'CRITICAL'], around: 3 });
    expect(selectionOf(after(view, 'all'))).toEqual({});
    expect(selectionOf(after(view, 'fold'))).toEqual({ fold: '1' });
  });

  test('going back from errors of one level shows all lines too', () => {
    expect(selectionOf(after({ level: ['ERROR'], around: 2 }, 'all'))).toEqual({});
    expect(selectionOf(after({ level: ['ERROR', 'INFO'], around: 2 }, 'all'))).toEqual({ level: ['ERROR', 'INFO'] });
  });

  test('a device alone is filtered by its errors', () => {
    const view = after({ device: ['a'] }, 'around');
    expect(selectionOf(view)).toEqual({ device: ['a'], level: ['ERROR', 'CRITICAL'], around: 3 });
    expect(selectionOf(after(view, 'all'))).toEqual({ device: ['a'] });
  });

  test('a filter that is there stays', () => {
    const view = after({ q: 'timeout' }, 'around');
    expect(selectionOf(view)).toEqual({ q: 'timeout', around: 3 });
    expect(selectionOf(after(view, 'all'))).toEqual({ q: 'timeout' });
  });

  test('neighbours win over folds in an address that has a filter', () => {
    expect(formOf({ q: 'a', around: 5, fold: '1' })).toBe('around');
    expect(formOf({ around: 5, fold: '1' })).toBe('fold');
    expect(formOf({ around: 5 })).toBe('all');
  });

  test('patterns are shown instead of the lines that the filter leaves, and go back to them', () => {
    const view = after({ device: ['a'] }, 'fold', 'patterns');
    expect(formOf(view)).toBe('patterns');
    expect(selectionOf(view)).toEqual({ device: ['a'] });
    expect(formOf(after(view, 'all'))).toBe('all');
    expect(formOf(after({}, 'patterns', 'around'))).toBe('around');
  });
});
