import 'server-only';
import { runMigrations } from 'graphile-worker';
import type { ClientBase } from 'pg';

/** The schema of background jobs, which the library keeps itself. */
const JOBS = 'graphile_worker';

/**
 * Lets `role` read and write what the migrations made, and nothing else: it can neither change nor drop a table, nor read
 * what is not ours. `client` is the owner's. Needed after each migration; the same again changes nothing.
 */
export async function grantAccess(
  client: ClientBase,
  { ownerUrl, role }: { ownerUrl: string; role: string },
): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  const name = client.escapeIdentifier(role);
  const { rows } = await client.query<{ schema: string }>('SELECT quote_ident(current_schema()) AS schema');
  const schemas = `${rows[0]?.schema}, ${JOBS}`;
  await client.query(`
    BEGIN;
    SELECT pg_advisory_xact_lock(hashtext('netraven grant access'));
    GRANT USAGE ON SCHEMA ${schemas} TO ${name};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schemas} TO ${name};
    REVOKE INSERT, UPDATE, DELETE ON _prisma_migrations FROM ${name};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schemas} TO ${name};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${schemas} TO ${name};
    ${await policiesFor(client, name)}
    COMMIT;`);
}

/** The library hides its rows from everybody but their owner. */
async function policiesFor(client: ClientBase, name: string): Promise<string> {
  const { rows } = await client.query<{ table: string }>(
    `SELECT format('%I.%I', $1::text, relname) AS table FROM pg_class
     WHERE relnamespace = $1::regnamespace AND relrowsecurity`,
    [JOBS],
  );
  return rows
    .map(
      ({ table }) => `
    DROP POLICY IF EXISTS netraven ON ${table};
    CREATE POLICY netraven ON ${table} TO ${name} USING (true) WITH CHECK (true);`,
    )
    .join('');
}
