import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The storeys of lib from the top down, then the kernel below them: each imports only what stands below it. */
export const STOREYS = [
  ...['notify', 'admin', 'upkeep', 'analysis', 'reading', 'intake', 'runs', 'store'],
  ...[
    'edges',
    'auth',
    'http',
    'db',
    'log-error.ts',
    'redaction',
    'json',
    'format',
    'shortcuts',
    'process-state.ts',
    'env.ts',
    'errors.ts',
  ],
];
/** They put the others together, or describe them. */
const SEES_ALL = new Set(['boot', 'openapi', 'testing', 'generated']);
const MADE_FOR_TESTS = /\.test\.tsx?$|\/testing\//;
const IMPORT = /^(?:import|export) [^;'"]*(?: from )?'(?<source>[./@][^']*)';/gm;

/** The first folder below lib, or the file that stands there; null outside of lib. */
export function storeyOf(file) {
  const [lib, storey] = path.relative(ROOT, file).split(path.sep);
  if (lib !== 'lib' || storey === undefined) return null;
  return STOREYS.find((name) => name === storey || name === `${storey}.ts`) ?? storey;
}

function resolve(source, folder) {
  if (source.startsWith('@/')) return path.join(ROOT, source.slice(2));
  return source.startsWith('.') ? path.join(folder, source) : null;
}

/** 0 is the top; what is neither a storey nor above them all, generated code and what tests share, is the zones' matter. */
function rankOf(name) {
  if (name === 'boot' || name === 'openapi') return -1;
  const rank = STOREYS.indexOf(name);
  return rank < 0 ? Infinity : rank;
}

/** Types count: a storey that knows the words of the one above cannot be read without it. */
export const storeys = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      above: 'lib/{{ own }} imports lib/{{ other }}, which stands above it',
      unknown: 'lib/{{ own }} is no storey: eslint/storeys.mjs lists them',
    },
  },
  create: (context) => ({
    Program(node) {
      const own = storeyOf(context.filename);
      if (own === null || SEES_ALL.has(own) || MADE_FOR_TESTS.test(context.filename)) return;
      const height = STOREYS.indexOf(own);
      if (height < 0) context.report({ node, messageId: 'unknown', data: { own } });
      for (const { groups } of context.sourceCode.text.matchAll(IMPORT)) {
        const target = resolve(groups.source, path.dirname(context.filename));
        const other = target === null ? null : storeyOf(target);
        if (other !== null && rankOf(other) < height)
          context.report({ node, messageId: 'above', data: { own, other } });
      }
    },
  }),
};
