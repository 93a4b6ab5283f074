import { fileName } from './file-name.mjs';
import { storeys } from './storeys.mjs';

const TESTS = ['**/*.test.{ts,tsx}', 'e2e/**/*.spec.ts'];
const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'A const object does what an enum does, without code.' };
const NO_CLIENT_PAGE = {
  selector: 'ExpressionStatement[directive="use client"]',
  message: 'Pages and layouts render on the server; "use client" belongs on leaves.',
};
const SERVER_ONLY = {
  selector: 'Program:not(:has(ImportDeclaration[source.value="server-only"]))',
  message: "Import 'server-only' first: what is in a server folder must never reach a browser bundle.",
};

/** What STYLE asks of every file and a machine can see. Sizes count every line, blank and comment too. */
export const houseStyle = [
  {
    name: 'style',
    files: ['**/*.{ts,tsx,mts}'],
    plugins: {
      netraven: {
        rules: { 'file-name': fileName, storeys },
      },
    },
    rules: {
      'netraven/file-name': 'error',
      'netraven/storeys': 'error',
      'max-lines': ['error', 300],
      'max-lines-per-function': ['error', 60],
      'max-params': ['error', 3],
      'max-depth': ['error', 3],
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx', 'eslint-disable', 'eslint-enable'] }],
      'no-restricted-syntax': ['error', NO_ENUM],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are parsed once, in lib/env.ts.' },
      ],
      'import/no-default-export': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-expect-error': 'allow-with-description', 'ts-ignore': true, 'ts-nocheck': true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        {
          ignoreRestSiblings: true,
          argsIgnorePattern: '^_',
          varsIgnorePattern: '^_$',
          destructuredArrayIgnorePattern: '^_',
        },
      ],
    },
  },
  { name: 'edges', files: ['app/**/{page,route}.{ts,tsx}'], rules: { 'max-lines': ['error', 50] } },
  {
    name: 'pages and layouts',
    files: ['app/**/{page,layout}.tsx'],
    rules: { 'no-restricted-syntax': ['error', NO_ENUM, NO_CLIENT_PAGE] },
  },
  {
    name: 'server files',
    files: ['lib/**/server/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', NO_ENUM, SERVER_ONLY] },
  },
  {
    name: 'outgoing requests',
    files: ['lib/**/server/**/*.ts', 'lib/{db,boot,http}/**/*.ts', 'app/**/route.ts', '{instrumentation,proxy}.ts'],
    ignores: [...TESTS, 'lib/http/{outgoing,fetch-json}.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The server asks others through lib/http/outgoing.ts.' },
      ],
      'no-restricted-imports': [
        'error',
        ...['node:https', 'https', 'node:http2', 'undici'].map((name) => ({
          name,
          message: 'The server asks others through lib/http/outgoing.ts.',
        })),
      ],
    },
  },
  {
    name: 'tests',
    files: TESTS,
    // The columns of a table of cases are parameters.
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': 'off',
      'max-params': 'off',
      'react-hooks/rules-of-hooks': 'off',
    },
  },
  {
    name: 'default exports that Next and the tools want',
    files: ['app/**', '*.config.{ts,mts}', 'lib/testing/start-test-postgres.ts', 'e2e/fixtures/start-server.ts'],
    rules: { 'import/no-default-export': 'off' },
  },
  {
    name: 'where settings enter',
    files: [
      'lib/env.ts',
      'instrumentation.ts',
      'simulator/main.ts',
      '{e2e/fixtures/server-url,lib/testing/real-server/server-process}.ts',
      '*.config.{ts,mts}',
    ],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    name: 'what talks to a terminal',
    files: [
      '{scripts,simulator,bench,faults}/**',
      'lib/boot/**',
      'lib/log-error.ts',
      'lib/db/embedded-postgres/supervise-server.ts',
    ],
    rules: { 'no-console': 'off' },
  },
];
