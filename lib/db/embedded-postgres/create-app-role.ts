import 'server-only';
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** The role of the application: no superuser, and owner of nothing. */
const APP_ROLE = 'netraven_app';

/**
 * Creates the application's role where it is missing, with a password that only this process knows until the next start.
 * It may look after the tables, which freeing the disk takes: empty the log, and write a table anew. Answers the address of `ownerUrl` for that role.
 */
export async function createAppRole(ownerUrl: string): Promise<string> {
  const password = randomBytes(24).toString('hex');
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [APP_ROLE]);
    if (rowCount === 0) await client.query(`CREATE ROLE ${APP_ROLE} LOGIN`);
    await client.query(`
      ALTER ROLE ${APP_ROLE} NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '${password}';
      GRANT pg_checkpoint, pg_maintain TO ${APP_ROLE}`);
    const url = new URL(ownerUrl);
    url.username = APP_ROLE;
    url.password = password;
    return url.href;
  } finally {
    await client.end();
  }
}
