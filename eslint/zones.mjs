import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { importOf, NEXT, NEXT_AUTH, POSTGRES, PRISMA, QUERY, REACT, SERVER_ONLY } from './packages.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TESTS = '**/*.test.{ts,tsx}';
const SERVER = 'lib/**/server/**';
/** Below the functions that take a viewer: nothing here asks whether somebody may. */
const BELOW_EDGES = 'lib/**/server/sql/**';
const OUTSIDE = ['e2e', 'simulator', 'bench', 'faults', 'scripts'];
/** Each starts servers and asks them over HTTP, by what lib/testing/real-server has for all three. */
const OF_REAL_SERVERS = ['e2e', 'bench', 'faults'];
const DOWNSTREAM = ['app', 'components', ...OUTSIDE];
/** What opens a connection; the rest of lib/db is pure. */
const DATABASE = ['lib/db/client.ts', 'lib/db/migrate.ts', 'lib/db/embedded-postgres'];
/** Show no domain word, so that primitives may use them. */
const DOMAINLESS = ['./format', './shortcuts', './http/url-codec.ts'];
const NEXT_AUTH_FILES = ['lib/auth/server/{next-auth,oidc-provider}.ts', 'components/sign-in/next-auth-client.ts'];

/**
 * Who may import whom. The zones are disjoint, since a later setting of a rule replaces an earlier one; a file belongs
 * to the zone whose `files` it matches and whose `ignores` it does not. Each is proven by samples that must fail.
 */
const ZONES = [
  {
    name: 'lib: pure logic knows neither server, React, Next nor the database',
    files: ['lib/**/*.ts'],
    ignores: [
      SERVER,
      'lib/{db,http,edges,boot,testing,generated}/**',
      'lib/log-error.ts',
      '**/query-options.ts',
      TESTS,
    ],
    folders: [...DOWNSTREAM, SERVER, ...DATABASE, 'lib/testing'],
    packages: [...REACT, ...QUERY, ...NEXT, ...NEXT_AUTH, ...PRISMA, ...POSTGRES, 'server-only'],
  },
  {
    name: 'lib: query options are a key and a fetcher for the browser',
    files: ['lib/**/query-options.ts'],
    folders: [...DOWNSTREAM, SERVER, ...DATABASE, 'lib/testing'],
    packages: [...REACT, ...NEXT, ...NEXT_AUTH, ...PRISMA, ...POSTGRES, ...SERVER_ONLY],
  },
  {
    name: 'lib: server functions know no React and no screens',
    files: ['lib/**/server/**/*.ts', 'lib/boot/**/*.ts'],
    ignores: [TESTS, ...NEXT_AUTH_FILES],
    folders: [...DOWNSTREAM, 'lib/testing'],
    packages: [...REACT, ...QUERY, ...NEXT_AUTH],
  },
  {
    name: 'lib: the kernel knows no domain screens and no Prisma client outside lib/db',
    files: ['lib/{http,edges}/**/*.ts', 'lib/log-error.ts'],
    ignores: [TESTS],
    folders: [...DOWNSTREAM, ...DATABASE, 'lib/testing'],
    packages: [...REACT, ...QUERY, ...NEXT_AUTH, ...PRISMA, ...POSTGRES],
  },
  {
    name: 'lib: the database layer knows nobody above it',
    files: ['lib/db/**/*.ts'],
    ignores: [TESTS],
    folders: [...DOWNSTREAM, SERVER, 'lib/testing'],
    packages: [...REACT, ...QUERY, ...NEXT, ...NEXT_AUTH],
  },
  {
    name: 'lib: tests and test data know no screens',
    files: ['lib/testing/**/*.ts', 'lib/**/*.test.ts'],
    folders: ['components', 'e2e'],
    packages: REACT,
  },
  {
    name: 'components/ui: React and cn, no domain word',
    files: ['components/ui/**/*.{ts,tsx}'],
    ignores: [TESTS],
    folders: DOWNSTREAM.filter((folder) => folder !== 'components'),
    allowed: { components: ['./ui'], lib: DOMAINLESS },
    packages: [...QUERY, ...NEXT_AUTH, ...PRISMA, ...POSTGRES, ...SERVER_ONLY],
  },
  ...featureNames().map((feature) => ({
    name: `components/${feature}: ui and pure lib, never server code, never another feature`,
    files: [`components/${feature}/**/*.{ts,tsx}`],
    ignores: [TESTS, ...NEXT_AUTH_FILES],
    folders: ['app', ...OUTSIDE, SERVER, ...DATABASE, 'lib/boot', 'lib/testing'],
    allowed: { components: ['./ui', `./${feature}`] },
    packages: [...NEXT_AUTH, ...PRISMA, ...POSTGRES, ...SERVER_ONLY, 'next/headers'],
  })),
  {
    name: 'app: composes everything, by the server functions that authorise, never the database',
    files: ['app/**/*.{ts,tsx}', 'instrumentation.ts'],
    ignores: [TESTS],
    folders: [BELOW_EDGES, ...DATABASE, 'lib/testing', ...OUTSIDE],
    packages: [...NEXT_AUTH, ...PRISMA, ...POSTGRES],
  },
  {
    name: 'proxy: never authorises, so it needs no server code',
    files: ['proxy.ts'],
    folders: ['app', 'components', SERVER, ...DATABASE, 'lib/testing'],
    packages: [...REACT, ...NEXT_AUTH, ...PRISMA, ...POSTGRES],
  },
  {
    name: 'e2e: drives the product from outside',
    files: ['e2e/**/*.ts'],
    folders: ['app', 'components', SERVER, ...OF_REAL_SERVERS.filter((folder) => folder !== 'e2e')],
    packages: [...REACT, ...NEXT],
  },
  {
    name: 'simulator: speaks the public API only',
    files: ['simulator/**/*.ts'],
    folders: ['app', 'components', 'e2e', SERVER, ...DATABASE, 'lib/testing'],
    packages: [...REACT, ...NEXT, ...NEXT_AUTH, ...PRISMA, ...POSTGRES, 'server-only'],
  },
  {
    name: 'scripts: no screens, no Prisma client',
    files: ['scripts/**/*.ts'],
    folders: ['app', 'components', ...OF_REAL_SERVERS],
    packages: [...REACT, ...NEXT, ...PRISMA],
  },
  ...['bench', 'faults'].map((folder) => ({
    name: `${folder}: no screens, no Prisma client; what real servers need is in lib/testing/real-server`,
    files: [`${folder}/**/*.ts`],
    folders: ['app', 'components', ...OF_REAL_SERVERS.filter((other) => other !== folder)],
    packages: [...REACT, ...NEXT, ...PRISMA],
  })),
];

function featureNames() {
  return readdirSync(path.join(ROOT, 'components'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'ui')
    .map((entry) => entry.name);
}

/** `allowed`: of a folder forbidden as a whole, what may be imported all the same. */
function zoneConfig({ name, files, ignores = [], folders, allowed = {}, packages }) {
  const whole = folders.map((from) => ({ from }));
  const partly = Object.entries(allowed).map(([from, except]) => ({ from, except }));
  const zones = [...whole, ...partly].map((zone) => ({
    ...zone,
    target: ROOT,
    from: path.join(ROOT, zone.from),
    message: name,
  }));
  return {
    name,
    files,
    ignores,
    rules: {
      'import/no-restricted-paths': ['error', { zones }],
      '@typescript-eslint/no-restricted-imports': [
        'error',
        { patterns: [{ regex: importOf(packages), message: name }] },
      ],
    },
  };
}

export const importZones = ZONES.map(zoneConfig);
