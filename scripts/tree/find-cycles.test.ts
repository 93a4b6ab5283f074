import { describe, expect, it } from 'vitest';
import { findCycles, groupGraph, type Graph } from './find-cycles';

const graphOf = (edges: Record<string, string[]>): Graph =>
  new Map(Object.entries(edges).map(([node, nexts]) => [node, new Set(nexts)]));

describe('findCycles', () => {
  it('finds none in a tree, a diamond or a graph with unknown ends', () => {
    expect(findCycles(graphOf({ a: ['b', 'c'], b: ['d'], c: ['d'], d: ['package'] }))).toEqual([]);
  });

  it('names the members of each cycle, and not what leads into it', () => {
    const graph = graphOf({ start: ['a'], a: ['b'], b: ['c'], c: ['a', 'x'], x: ['y'], y: ['x'] });
    expect(findCycles(graph)).toEqual([
      ['x', 'y'],
      ['a', 'b', 'c'],
    ]);
  });
});

describe('groupGraph', () => {
  it('finds folders in a cycle whose files are in none', () => {
    const files = graphOf({ 'a/one': ['b/one'], 'b/one': [], 'b/two': ['a/two'], 'a/two': ['a/one'] });
    expect(findCycles(files)).toEqual([]);
    const folders = groupGraph(files, (file) => file.slice(0, 1));
    expect(findCycles(folders)).toEqual([['a', 'b']]);
  });
});
