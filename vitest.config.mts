import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    // `server-only` throws outside Next's server bundles; the tests are a server.
    alias: { '@': at('.'), 'server-only': at('./lib/testing/server-only.ts') },
  },
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    provide: { isCi: process.env.CI === 'true' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Pure functions: a process for each file would cost more than their tests do.
          isolate: false,
          include: ['{app,components,eslint,lib,scripts,simulator}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          // Against what never ends; a busy machine takes ten times its usual time for a property test.
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          // Each file opens a database of its own; what they import is loaded once a process.
          isolate: false,
          include: ['{app,lib,scripts,simulator}/**/*.db.test.ts'],
          globalSetup: ['lib/testing/start-test-postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          // The same on a PostgreSQL that is not ours, the oldest supported one; in .ci/run alone.
          name: 'db-outside',
          isolate: false,
          include: ['lib/**/*.db.test.ts'],
          exclude: ['lib/db/embedded-postgres/**', '**/node_modules/**'],
          globalSetup: ['lib/testing/start-test-postgres.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          // Real servers that are killed; they need a build.
          name: 'faults',
          include: ['faults/**/*.test.ts'],
          provide: {
            faultScale: process.env.FAULTS === 'whole' ? 'whole' : 'short',
          },
          // Two at a time: none asks how long a thing takes, and most of them wait.
          fileParallelism: true,
          testTimeout: 900_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
