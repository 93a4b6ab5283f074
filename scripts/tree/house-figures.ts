import path from 'node:path';
import { findCycles, groupGraph, type Graph } from './find-cycles';
import { isTest, type SourceFile } from './source-file';

/** A figure of the tree with its limit; `offenders` names what must change where it is missed. */
export type HouseFigure = { name: string; value: number; limit: string; isMet: boolean; offenders: readonly string[] };

const DOMAIN =
  /^(?:lib\/(?:(?:notify|admin|upkeep|analysis|reading|intake|store)\/[^/]+|runs\/views|[^/]+)|components\/[^/]+)(?=\/)/;
/** Put the others together: their imports go everywhere. */
const SEES_ALL = /^lib\/(?:boot|openapi|testing|generated)\//;

const atMost = (name: string, offenders: readonly string[], limit = 0): HouseFigure => ({
  name,
  value: offenders.length,
  limit: `at most ${limit}`,
  isMet: offenders.length <= limit,
  offenders,
});

/** What holds of the tree as a whole, beside the sizes of its files. */
export function houseFigures(files: readonly SourceFile[]): HouseFigure[] {
  const sources = files.filter(({ path: file }) => !isTest(file));
  const everything: Graph = new Map(files.map((file) => [file.path, new Set(file.imports)]));
  const graph: Graph = new Map(sources.map((file) => [file.path, new Set(file.imports.filter((to) => !isTest(to)))]));
  const rooms: Graph = new Map([...graph].filter(([file]) => DOMAIN.test(file) && !SEES_ALL.test(file)));
  const domainOf = (file: string): string => DOMAIN.exec(file)?.[0] ?? 'elsewhere';
  return [
    atMost('cycles of files, types and tests included', cyclesOf(everything)),
    atMost('cycles of folders', cyclesOf(groupGraph(rooms, path.posix.dirname))),
    atMost('cycles of domains', cyclesOf(groupGraph(rooms, domainOf))),
    ...chunkFigures(sources),
    atMost(
      'files that number a level or a status of an array of counts by hand',
      sources.filter(({ text }) => NUMBERED_COUNT.test(text)).map(({ path: file }) => file),
    ),
    atMost(
      'caches and limits of the server that a module graph has for itself',
      sources.filter(({ text }) => OWN_CACHE.test(text)).map(({ path: file }) => file),
    ),
    atMost('names exported twice in lib and components', doubleNames(files)),
    testShare(files),
    ...longestFunctions(sources),
  ];
}

const cyclesOf = (graph: Graph): string[] => findCycles(graph).map((members) => members.join(' <-> '));

/** lib/store owns the table; upkeep merges and removes. */
function chunkFigures(sources: readonly SourceFile[]): HouseFigure[] {
  const naming = sources.filter(({ path: file, text }) => /^lib\//.test(file) && text.includes('log_chunk'));
  const outside = naming.filter(({ path: file }) => !/^lib\/(?:store|upkeep)\//.test(file));
  return [
    atMost(
      'files of lib that name log_chunk',
      naming.map(({ path: file }) => file),
      MAX_NAMING,
    ),
    atMost(
      'of them outside of store and upkeep',
      outside.map(({ path: file }) => file),
    ),
    atMost(
      'files that write a span of seqs by hand',
      sources
        .filter(({ path: file, text }) => file !== SPAN_CONDITIONS && SPAN.test(text))
        .map(({ path: file }) => file),
    ),
  ];
}
const NUMBERED_COUNT = /(?:level|device)(?:_counts|Counts)(?:\?\.)?\[\d/;
/** lib/process-state.ts says why. */
const OWN_CACHE = /^(?:export )?(?:const|let) \w+ = new (?:LRUCache|TurnQueue)\b/m;
const MAX_NAMING = 15;
const SPAN_CONDITIONS = 'lib/store/chunks/server/sql/span-conditions.ts';
const SPAN = /\bfirst_seq (?:[<>]=? |BETWEEN )|&& \$\{[^}]*\}::int4multirange/;

/** Two meanings of one name force aliases on whoever needs both; tests count, since they share what they export. */
function doubleNames(files: readonly SourceFile[]): string[] {
  const homes = new Map<string, string[]>();
  for (const { path: file, exports } of files) {
    if (!/^(?:lib|components)\//.test(file)) continue;
    for (const name of exports) homes.set(name, [...(homes.get(name) ?? []), file]);
  }
  return [...homes].filter(([, found]) => found.length > 1).map(([name, found]) => `${name}: ${found.join(', ')}`);
}

/** Lines of tests for each line of source, in lib. */
function testShare(files: readonly SourceFile[]): HouseFigure {
  const lines = { test: 0, source: 0 };
  for (const { path: file, lineCount } of files) {
    if (file.startsWith('lib/')) lines[isTest(file) ? 'test' : 'source'] += lineCount;
  }
  const value = Math.round((100 * lines.test) / Math.max(1, lines.source)) / 100;
  return {
    name: 'test lines a source line in lib',
    value,
    limit: `at least ${MIN_TEST_SHARE}`,
    isMet: value >= MIN_TEST_SHARE,
    offenders: [],
  };
}
const MIN_TEST_SHARE = 0.7;

/** eslint holds each to the limit; here is how close they come. */
function longestFunctions(sources: readonly SourceFile[]): HouseFigure[] {
  return [
    { name: 'longest function', ending: '.ts' },
    { name: 'longest component', ending: '.tsx' },
  ].map(({ name, ending }) => {
    const all = sources
      .filter(({ path: file }) => file.endsWith(ending))
      .flatMap(({ path: file, functions }) => functions.map((own) => ({ ...own, file })))
      .sort((one, other) => other.lineCount - one.lineCount);
    const value = all[0]?.lineCount ?? 0;
    const longest = all.slice(0, 3).map(({ name: own, file, lineCount }) => `${file} ${own}: ${lineCount}`);
    return {
      name: `${name} (${longest[0] ?? 'none'})`,
      value,
      limit: `at most ${MAX_FUNCTION_LINES}`,
      isMet: value <= MAX_FUNCTION_LINES,
      offenders: longest,
    };
  });
}
const MAX_FUNCTION_LINES = 60;
