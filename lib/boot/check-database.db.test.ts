import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkDatabase, findObstacle } from './check-database';

const url = inject('templateUrl');
const ROLE = `visitor_${process.pid}`;

function changed(change: (address: URL) => void): string {
  const address = new URL(url);
  change(address);
  return address.href;
}

async function runAsAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(() => runAsAdmin(`CREATE ROLE ${ROLE} LOGIN PASSWORD 'visitor'`));
afterAll(() => runAsAdmin(`DROP ROLE ${ROLE}`));

describe('checkDatabase', () => {
  it('accepts a server that the role may create tables on', async () => {
    await expect(checkDatabase(url)).resolves.toBeUndefined();
  });

  it.each([
    ['nothing listens', changed((address) => (address.port = '1')), 'nothing listens there'],
    ['no such database', changed((address) => (address.pathname = '/nowhere')), 'there is no such database'],
    ['a wrong password', changed((address) => (address.password = 'hunter2')), 'user or password is wrong'],
    ['not an address', 'postgres://u:hunter#2@/x:y', 'percent-encode'],
  ])('says in one line, without the password: %s', async (_case, address, expected) => {
    const error: unknown = await checkDatabase(address).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'SetupError', message: expect.stringContaining(expected) });
    expect(String(error)).not.toMatch(/hunter|\n/);
  });

  it('refuses a role without the right to create tables', async () => {
    const visitor = changed((address) => {
      address.username = ROLE;
      address.password = 'visitor';
    });
    await expect(checkDatabase(visitor)).rejects.toThrow('may not create tables');
  });

  it('refuses a standby, as one would see it', async () => {
    const readOnly = changed((address) => address.searchParams.set('options', '-c default_transaction_read_only=on'));
    await expect(checkDatabase(readOnly)).rejects.toThrow('it is read-only');
  });
});

describe('findObstacle', () => {
  it('needs PostgreSQL 15', () => {
    expect(findObstacle({ version: 14, isReadOnly: false, canCreate: true })).toContain('it is PostgreSQL 14');
    expect(findObstacle({ version: 15, isReadOnly: false, canCreate: true })).toBeUndefined();
  });
});
