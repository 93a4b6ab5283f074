import path from 'node:path';
import { inject, onTestFinished } from 'vitest';
import { findBinaries } from '@/lib/db/embedded-postgres/find-binaries';
import { startScratchPostgres } from '@/lib/testing/start-scratch-postgres';
import { findOutsidePostgres } from '@/scripts/find-outside-postgres.mjs';

/** The settings that make a server use the database; it is removed behind the test. */
export type TestDatabase = { env: Record<string, string> };

/** In CI and in the whole fault tests alone: it repeats on another server what the embedded one is tried with. */
const outside = inject('isCi') || inject('faultScale') === 'whole' ? findOutsidePostgres() : undefined;

/** What the most important faults are tried on: the embedded database, and an outside one. */
export const DATABASES: { database: string; open: () => Promise<TestDatabase> }[] = [
  { database: 'embedded', open: () => Promise.resolve({ env: {} }) },
  ...(outside ? [{ database: 'outside', open: () => openOutside(outside) }] : []),
];

async function openOutside(binDir: string): Promise<TestDatabase> {
  const { url, remove } = await startScratchPostgres(binDir);
  onTestFinished(remove);
  return { env: { DATABASE_URL: url } };
}

/** Server programs for tests that need a PostgreSQL of their own: ours of node_modules, and an outside one. */
export async function findServerPrograms(): Promise<{ database: string; binDir: string }[]> {
  const embedded = path.dirname((await findBinaries()).postgres);
  return [{ database: 'embedded', binDir: embedded }, ...(outside ? [{ database: 'outside', binDir: outside }] : [])];
}
