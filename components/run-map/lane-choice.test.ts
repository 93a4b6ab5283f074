import { describe, expect, it } from 'vitest';
import { lineViewCodec } from '@/lib/reading/lines/line-filter-codec';
import { canChoose, canChooseAll, chooseMore, chooseOnly, clearChoice, hasChoice } from './lane-choice';

const device = (...names: string[]) => ({ device: names });

describe('chooseOnly', () => {
  it('replaces what was chosen and keeps the other filters', () => {
    const view = chooseOnly({ device: ['a', 'b'], phase: ['connect'], q: 'tacacs', line: 5 }, device('c'));
    expect(view).toMatchObject({ device: ['c'], q: 'tacacs', line: 5 });
    expect(view.phase).toBeUndefined();
  });

  it('takes back the same choice', () => {
    const cell = { device: ['a'], phase: ['connect'] };
    expect(hasChoice(chooseOnly(cell, cell))).toBe(false);
    expect(chooseOnly(device('a'), cell)).toMatchObject(cell);
    expect(chooseOnly(cell, device('a')).phase).toBeUndefined();
  });
});

describe('chooseMore', () => {
  it('adds, and takes away what is there already', () => {
    expect(chooseMore(device('a'), device('b')).device).toEqual(['a', 'b']);
    expect(chooseMore(device('a', 'b'), device('a')).device).toEqual(['b']);
    expect(chooseMore(device('a'), device('a')).device).toBeUndefined();
  });

  it('adds a group of which some are there', () => {
    expect(chooseMore(device('a', 'x'), device('a', 'b')).device).toEqual(['x', 'a', 'b']);
  });

  it('adds a phase to chosen devices', () => {
    expect(chooseMore(device('a'), { phase: ['fetch'] })).toMatchObject({ device: ['a'], phase: ['fetch'] });
  });

  it('comes back from the address as it was chosen, whatever the names hold', () => {
    const names = [
      'core, left',
      'DOMAIN\\sw',
      'ends in \\',
      ',',
      '"quoted"',
      "it's",
      'a\\,b',
      'x&y=z#%2C',
      'two  blanks',
    ];
    const view = names.reduce((chosen, name) => chooseMore(chosen, device(name)), {});
    expect(lineViewCodec.parse(new URLSearchParams(lineViewCodec.format(view)))).toEqual({ value: view, problems: [] });
    expect(chooseMore(view, device('core, left')).device).toEqual(names.slice(1));
  });

  it('leaves an address alone that would get too long', () => {
    const view = device(...Array.from({ length: 100 }, (_, at) => `a-device-with-a-long-name-${at}`));
    expect(chooseMore(view, device('x'.repeat(200)))).toBe(view);
  });
});

describe('what can be chosen', () => {
  it('is a name that a list in the address can hold', () => {
    expect(['sw-1', 'core, left', 'DOMAIN\\sw,', '"a"', '', ' a'].map(canChoose)).toEqual([
      ...[true, true, true, true],
      ...[false, false],
    ]);
    expect(canChooseAll(['a', 'b'])).toBe(true);
    expect(canChooseAll([])).toBe(false);
    expect(canChooseAll(Array.from({ length: 101 }, (_, at) => `${at}`))).toBe(false);
    expect(canChooseAll(['a', 'b,c'])).toBe(true);
    expect(canChooseAll(['a', ''])).toBe(false);
  });

  it('is cleared without losing the search', () => {
    expect(clearChoice({ device: ['a'], phase: ['b'], component: ['c'], q: 'x' })).toEqual({ q: 'x' });
  });
});
