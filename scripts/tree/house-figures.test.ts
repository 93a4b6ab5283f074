import { expect, it } from 'vitest';
import { houseFigures } from './house-figures';
import type { SourceFile } from './source-file';

const file = (path: string, own: Partial<SourceFile> = {}): SourceFile => ({
  ...{ path, text: '', lineCount: 10, imports: [], exports: [], functions: [] },
  ...own,
});

/** The offenders of a figure, by its name. */
function offendersOf(name: string, files: SourceFile[]): readonly string[] | undefined {
  return houseFigures(files).find((figure) => figure.name === name)?.offenders;
}

it('finds cycles of files, tests among them, and of folders and domains, where tests and what sees all are in none', () => {
  const files = [
    file('lib/runs/a.ts', { imports: ['lib/store/chunks/b.ts'] }),
    file('lib/store/chunks/b.ts', { imports: ['lib/store/query/c.ts'] }),
    file('lib/store/query/c.ts', { imports: ['lib/store/chunks/d.ts', 'lib/boot/start.ts'] }),
    file('lib/store/chunks/d.ts', { imports: ['lib/store/chunks/d.test.ts'] }),
    file('lib/store/chunks/d.test.ts', { imports: ['lib/runs/a.ts'] }),
    file('lib/boot/start.ts', { imports: ['lib/runs/a.ts'] }),
  ];
  expect(offendersOf('cycles of files, types and tests included', files)).toEqual([
    'lib/boot/start.ts <-> lib/runs/a.ts <-> lib/store/chunks/b.ts <-> lib/store/chunks/d.test.ts <-> lib/store/chunks/d.ts <-> lib/store/query/c.ts',
  ]);
  expect(offendersOf('cycles of folders', files)).toEqual(['lib/store/chunks <-> lib/store/query']);
  expect(offendersOf('cycles of domains', files)).toEqual(['lib/store/chunks <-> lib/store/query']);
});

it('names who speaks of log_chunk outside of store and upkeep', () => {
  const text = 'SELECT 1 FROM log_chunk c';
  const files = [
    file('lib/store/chunks/a.ts', { text }),
    file('lib/runs/b.ts', { text }),
    file('bench/c.ts', { text }),
  ];
  expect(offendersOf('of them outside of store and upkeep', files)).toEqual(['lib/runs/b.ts']);
});

it('names who tells by hand which chunks reach into a span', () => {
  const files = [
    file('lib/runs/a.ts', { text: 'c.run_id = r.id AND c.first_seq <= ${lastSeq}::int' }),
    file('lib/runs/b.ts', { text: 'int4range(c.first_seq, c.first_seq + c.line_count) && ${spans}::int4multirange' }),
    file('lib/runs/c.ts', { text: 'ORDER BY c.first_seq' }),
    file('lib/store/chunks/server/sql/span-conditions.ts', { text: 'c.first_seq > ${first}' }),
  ];
  expect(offendersOf('files that write a span of seqs by hand', files)).toEqual(['lib/runs/a.ts', 'lib/runs/b.ts']);
});

it('names who knows by heart where an array of counts has a level or a status', () => {
  const files = [
    file('lib/runs/a.ts', { text: 'r.level_counts[4] + r.level_counts[5] AS errors' }),
    file('lib/runs/b.ts', { text: 'device_counts[6]' }),
    file('components/runs/c.ts', { text: 'lane?.levelCounts[3] ?? 0' }),
    file('lib/runs/d.ts', { text: 'r.level_counts, levelCounts[at], levelCounts[levelIndex(level)]' }),
  ];
  expect(offendersOf('files that number a level or a status of an array of counts by hand', files)).toEqual([
    'lib/runs/a.ts',
    'lib/runs/b.ts',
    'components/runs/c.ts',
  ]);
});

it('names what is exported twice in lib and components', () => {
  const files = [
    file('lib/runs/a.ts', { exports: ['Run', 'find'] }),
    file('components/runs/b.ts', { exports: ['Run'] }),
    file('app/c.ts', { exports: ['find'] }),
    file('lib/runs/d.test.ts', { exports: ['find'] }),
  ];
  expect(offendersOf('names exported twice in lib and components', files)).toEqual([
    'Run: lib/runs/a.ts, components/runs/b.ts',
    'find: lib/runs/a.ts, lib/runs/d.test.ts',
  ]);
});

it('names caches and limits that a module has for itself', () => {
  const files = [
    file('lib/runs/a.ts', { text: 'const remembered = new LRUCache<string, Run>({ max: 3 });' }),
    file('lib/runs/b.ts', { text: 'export const turns = new TurnQueue({ max: () => 1 });' }),
    file('lib/runs/c.ts', {
      text: "const remembered = processState('runs', () => new LRUCache<string, Run>({ max: 3 }));",
    }),
    file('lib/runs/d.test.ts', { text: 'const recent = new LRUCache<string, number>({ max: 2 });' }),
  ];
  expect(offendersOf('caches and limits of the server that a module graph has for itself', files)).toEqual([
    'lib/runs/a.ts',
    'lib/runs/b.ts',
  ]);
});
