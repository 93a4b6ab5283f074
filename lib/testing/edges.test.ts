import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const LIB = path.resolve(import.meta.dirname, '..');
const STOREYS = ['notify', 'admin', 'upkeep', 'analysis', 'reading', 'intake', 'runs', 'store'];

/** What app may import: files right in a server folder, not what lies below them in sql/. */
const edges = readdirSync(LIB, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => STOREYS.includes(file.split('/')[0] ?? '') && /\/server\/[^/]+\.ts$/.test(file))
  .filter((file) => !file.endsWith('.test.ts'));
const textOf = (edge: string): string => readFileSync(path.join(LIB, edge), 'utf8');

/** Functions that are exported, each with its parameters and its body's text. */
function exportedFunctions(text: string): { name: string; parameters: string; body: string }[] {
  return text.split(/^(?=export )/m).flatMap((part) => {
    const [, name, parameters = ''] = /^export (?:async )?function\*? (\w+)(?:<[^>]*>)?\(([^)]*)\)/.exec(part) ?? [];
    return name === undefined ? [] : [{ name, parameters, body: part }];
  });
}

const ASSERTS = /\bassert(?:Can|Person)\(\s*viewer\b/;
/** Hands the viewer on to another edge, which asserts. */
const DELEGATES = /\b(\w+)\(\s*viewer\b/g;
const exported = new Set(edges.flatMap((edge) => exportedFunctions(textOf(edge)).map(({ name }) => name)));
const isSafe = (body: string): boolean =>
  ASSERTS.test(body) || [...body.matchAll(DELEGATES)].some(([, callee]) => exported.has(callee ?? ''));

describe('edges of lib', () => {
  it('are found', () => expect(edges.length).toBeGreaterThan(25));

  it.each(edges)('%s takes a viewer first, and asserts what they may do or hands them to an edge that does', (edge) => {
    const functions = exportedFunctions(textOf(edge));
    expect(functions.length).toBeGreaterThan(0);
    for (const { name, parameters, body } of functions) {
      expect(parameters, name).toMatch(/^\s*viewer: (?:Viewer|Person|Extract)/);
      expect(isSafe(body), name).toBe(true);
    }
  });
});
