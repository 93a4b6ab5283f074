import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEnv } from './env';

describe('parseEnv', () => {
  it('has a default for everything, and takes an empty setting for an unset one', () => {
    const defaults = parseEnv({});
    expect(defaults).toMatchObject({
      PORT: 3000,
      DATA_DIR: path.resolve('data'),
      ADMIN_EMAIL: 'admin@netraven.local',
      JOB_IDLE_SECONDS: 300,
      RUN_STALE_SECONDS: 3600,
      DATABASE_POOL_SIZE: 12,
    });
    const empty = Object.fromEntries(Object.keys(defaults).map((name) => [name, '']));
    expect(parseEnv({ ...empty, DATABASE_URL: '', INGEST_TOKEN: '', NEXTAUTH_URL: '' })).toEqual(defaults);
  });

  it('reads every setting', () => {
    const read = parseEnv({
      PORT: '8080',
      DATA_DIR: '/srv/logs',
      ADMIN_EMAIL: 'Ann@Example.NET',
      DATABASE_URL: 'postgres://db/logs',
    });
    expect(read).toMatchObject({
      PORT: 8080,
      DATA_DIR: '/srv/logs',
      ADMIN_EMAIL: 'ann@example.net',
      DATABASE_URL: 'postgres://db/logs',
    });
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '3000.5'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://db/logs'],
    ['TEST_DATABASE_URL', 'db/logs'],
    ['ADMIN_EMAIL', 'admin'],
    ['ADMIN_PASSWORD', 'short'],
    ['INGEST_TOKEN', 'x'.repeat(31)],
    ['READ_TOKEN', 'x'.repeat(31)],
    ['NEXTAUTH_SECRET', 'x'.repeat(31)],
    ['NEXTAUTH_URL', 'no address'],
    ['OIDC_ISSUER', 'issuer'],
    ['JOB_IDLE_SECONDS', '0'],
    ['RUN_STALE_SECONDS', 'soon'],
    ['DATABASE_POOL_SIZE', '2'],
  ])('names a wrong %s (%s), and not its value', (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^Wrong setting: ${name}: [^\\n]+$`));
    if (value.length > 8) expect(() => parseEnv({ [name]: value })).not.toThrow(value);
  });

  it('names all wrong settings in one line', () => {
    expect(() => parseEnv({ PORT: 'x', READ_TOKEN: 'x' })).toThrow(/^Wrong setting: PORT: .*; READ_TOKEN: .*$/);
  });

  it('needs the client of an OIDC issuer', () => {
    const issuer = { OIDC_ISSUER: 'https://issuer.example.net' };
    expect(() => parseEnv(issuer)).toThrow('OIDC_CLIENT_ID: OIDC_ISSUER also needs');
    const client = { ...issuer, OIDC_CLIENT_ID: 'id', OIDC_CLIENT_SECRET: 'secret' };
    expect(() => parseEnv(client)).toThrow('NEXTAUTH_URL: OIDC_ISSUER needs it too');
    expect(parseEnv({ ...client, NEXTAUTH_URL: 'https://logs.example.net' })).toMatchObject(client);
  });

  it('tells writers from readers', () => {
    const token = 'the-same-token-for-both-0123456789';
    expect(() => parseEnv({ INGEST_TOKEN: token, READ_TOKEN: token })).toThrow('READ_TOKEN: must differ');
  });
});
