import 'server-only';
import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { Prisma } from '@/lib/generated/prisma/client';
import { pool } from './client';

/** The tagged statements of Prisma's transaction client; that client is one, too. */
export type SqlTransaction = {
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
};

/** A connection that is silent for longer (ms) is given up, and with it the transaction. */
const STATEMENT_LIMIT = { query_timeout: 30_000 };
const ROLLBACK_LIMIT = { query_timeout: 1000 };
/** Most named statements: statements of varying length have a text each, and rarer ones are planned anew each time. */
const MAX_PREPARED = 200;

const names = new Map<string, string>();

/**
 * A name makes PostgreSQL parse and plan the text once a connection. It follows from the text: Next loads this module
 * once for its routes and once for the boot, both over one pool, where a name must mean one statement.
 */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= MAX_PREPARED) return known;
  const name = `netraven_${createHash('sha256').update(text).digest('base64url')}`;
  names.set(text, name);
  return name;
}

/**
 * A transaction on the pool itself, for ingest: Prisma writes each bound buffer as base64 into JSON and reads it back,
 * and plans every statement anew (docs/decisions/0007-speed.md). Rolled back when `work` throws.
 */
export async function inSqlTransaction<T>(work: (tx: SqlTransaction) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    await client.query({ text: 'BEGIN', ...STATEMENT_LIMIT });
    const result = await work(statementsOf(client));
    await client.query({ text: 'COMMIT', ...STATEMENT_LIMIT });
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is broken: the pool opens another.
    await client.query({ text: 'ROLLBACK', ...ROLLBACK_LIMIT }).then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}

function statementsOf(client: PoolClient): SqlTransaction {
  const run = (query: TemplateStringsArray, values: unknown[]) => {
    const { text, values: bound } = Prisma.sql(query, ...values);
    return client.query({ name: nameOf(text), text, values: bound, ...STATEMENT_LIMIT });
  };
  return {
    $queryRaw: async <R>(query: TemplateStringsArray, ...values: unknown[]) => (await run(query, values)).rows as R,
    $executeRaw: async (query, ...values) => (await run(query, values)).rowCount ?? 0,
  };
}
