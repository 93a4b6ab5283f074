import 'server-only';
import { Client } from 'pg';
import { SetupError } from '@/lib/db/embedded-postgres/setup-error';
import { formatDatabaseAddress } from './database-address';
import { explainConnectError } from './explain-connect-error';

/** Multirange columns and the statements built on them need 14; 15 is the oldest that is tested. */
const MIN_VERSION = 15;
const CONNECT_MS = 5000;

type ServerFacts = { version: number; isReadOnly: boolean; canCreate: boolean };

const FACTS = `
  SELECT current_setting('server_version_num')::int / 10000 AS "version",
         current_setting('transaction_read_only') = 'on' AS "isReadOnly",
         coalesce(has_schema_privilege(current_schema(), 'CREATE'), false)
           AND has_database_privilege(current_database(), 'CREATE') AS "canCreate"`;

/** Throws a SetupError, without the password, when the outside server cannot be used. */
export async function checkDatabase(url: string): Promise<void> {
  if (!URL.canParse(url)) {
    throw new SetupError(
      'DATABASE_URL is not a valid address: percent-encode special characters in its user and password',
    );
  }
  const address = formatDatabaseAddress(url);
  const obstacle = findObstacle(await readFacts(url, address));
  if (obstacle) throw new SetupError(`The database ${address} cannot be used: ${obstacle}`);
}

export function findObstacle({ version, isReadOnly, canCreate }: ServerFacts): string | undefined {
  if (version < MIN_VERSION) {
    return `it is PostgreSQL ${version}; upgrade it to ${MIN_VERSION} or newer, or unset DATABASE_URL`;
  }
  if (isReadOnly) return 'it is read-only; name the primary server in DATABASE_URL';
  if (!canCreate) return 'its role may not create tables and schemas; GRANT CREATE on the database and on its schema';
  return undefined;
}

async function readFacts(url: string, address: string): Promise<ServerFacts> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_MS });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<ServerFacts>(FACTS);
    if (!rows[0]) throw new Error('no answer');
    return rows[0];
  } catch (cause) {
    throw new SetupError(`The database ${address} cannot be used: ${explainConnectError(cause)}`, { cause });
  } finally {
    await client.end().catch(() => {});
  }
}
