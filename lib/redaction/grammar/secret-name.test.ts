import { expect, test } from 'vitest';
import { secretNameRule } from './secret-name';

test.each([
  ['password', 'password'],
  ['db_password', 'password'],
  ['ansible_ssh_pass', 'password'],
  ['passwordHash', 'password'],
  ['password2', 'password'],
  ['PGPASSWORD', 'password'],
  ['enable_secret', 'secret'],
  ['clientSecret', 'secret'],
  ['snmp_community', 'snmp-community'],
  ['community-string', 'snmp-community'],
  ['X-API-Key', 'key'],
  ['Pre-Shared Key', 'psk'],
  ['wpa2-pre-shared-key', 'psk'],
  ['private_key', 'private-key'],
  ['access_token', 'token'],
  ['Authorization', 'authorization'],
  ['Set-Cookie', 'cookie'],
])('%s holds a secret', (name, rule) => expect(secretNameRule(name)).toBe(rule));

test.each([
  ...['credential_id', 'password_changed_at', 'password_policy', 'password_file', 'passwordless', 'has_password'],
  ...[
    'token_count',
    'tokens',
    'max_tokens',
    'next_token',
    'page_token',
    'token_type',
    'community_list',
    'communities_learned',
  ],
  ...[
    'public_key',
    'primary_key',
    'idempotency_key',
    'key',
    'key_id',
    'secret_name',
    'secret_version',
    'session_id',
    'run_id',
  ],
  ...['icmp_ping', 'bypass', 'compass', 'monkey', '', 'x'.repeat(200)],
])('%s holds none', (name) => expect(secretNameRule(name)).toBeNull());
