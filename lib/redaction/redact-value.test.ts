import { expect, test } from 'vitest';
import { redactValue } from './redact-value';

const SECRET = 'Tr0ub4dor-and-3';

test.each([
  'password',
  'enable_secret',
  'snmp_community',
  'api_key',
  'apiKey',
  'Authorization',
  'private_key',
  'token',
  'db_password',
])('the value under %s is gone', (key) => {
  expect(JSON.stringify(redactValue({ a: [{ [key]: SECRET }], n: 1 }))).not.toContain(SECRET);
  expect(JSON.stringify(redactValue({ text: JSON.stringify({ [key]: SECRET }) }))).not.toContain(SECRET);
});

test('what names no secret stays, and stays the same object', () => {
  const value = {
    credential_id: 42,
    token_count: 7,
    password_changed_at: '2026-01-02',
    host: 'fra-sw-12',
    deep: [{ ok: true, none: null }],
  };
  expect(redactValue(value)).toBe(value);
});

test('the input is not changed', () => {
  const value = { deep: { password: SECRET } };
  redactValue(value);
  expect(value.deep.password).toBe(SECRET);
});

test('names and harmless values around a secret keep their order, with a name that is one too', () => {
  const record = JSON.parse(
    '{"host":"a","__proto__":1,"password":"hunter2","n":null,"password=hunter2":2,"last":[{"x":1,"token":"abcdefgh1"}]}',
  ) as unknown;
  expect(JSON.stringify(redactValue(record))).toBe(
    '{"host":"a","__proto__":1,"password":"[REDACTED:password]","n":null,"password=[REDACTED:password]":2,' +
      '"last":[{"x":1,"token":"[REDACTED:token]"}]}',
  );
});

const WORD = 'trinity';
const KEY_BODY = 'MIIEpAIBAAKCAQEAx9x3kq8B7gOaV2fWm1n0pQ4r5s6t7u8v9w0xAyBzC1D2E3F4';

test.each([
  ...[
    'pin',
    'otp',
    'totp',
    'userPin',
    'mfa_code',
    'recovery_codes',
    'answer',
    'security_answer',
    'ssh_key',
    'pkey',
    'key_file',
  ],
  ...[
    'credential',
    'login_credentials',
    'auth',
    'basicAuth',
    'snmp_ro',
    'enable',
    'unseal_key',
    'tlsKey',
    'fernet-keys',
    'wg_private_key',
  ],
  ...[
    'passwordConfirm',
    'csrftoken',
    'session_key',
    'bgp_password',
    'SharedAccessSignature',
    'dockerconfigjson',
    'consumer_key',
  ],
  ...[
    'kennwort',
    'mot_de_passe',
    'motDePasse',
    'contraseña',
    'senha',
    'palavra_passe',
    'parola_chiave',
    'wachtwoord',
    'hasło',
  ],
  ...[
    'heslo',
    'lösenord',
    'adgangskode',
    'passord',
    'salasana',
    'jelszó',
    'şifre',
    'пароль',
    '密码',
    '口令',
    'パスワード',
    '비밀번호',
  ],
])('the value under %s is gone', (key) => {
  expect(JSON.stringify(redactValue({ [key]: SECRET }))).not.toContain(SECRET);
  expect(JSON.stringify(redactValue({ [key]: [SECRET] }))).not.toContain(SECRET);
});

test.each([
  [{ otp: 836152 }, '836152'],
  [['Password: ', WORD], WORD],
  [
    [
      ['username', 'jan'],
      ['password', WORD],
    ],
    WORD,
  ],
  [['tool', '--password', WORD], WORD],
  [['sshpass', '-p', WORD, 'ssh', 'fra-sw-12'], WORD],
  [['mysql', '-uroot', `-p${SECRET}`], SECRET],
  [['username', 'jan', 'password', SECRET], SECRET],
  [[['Authorization', `Bearer ${SECRET}`]], SECRET],
  [['-----BEGIN RSA PRIVATE KEY-----', KEY_BODY, '-----END RSA PRIVATE KEY-----'], KEY_BODY],
  [{ prompt: 'Password:', answer: WORD }, WORD],
  [{ cmd: 'enable', input: WORD }, WORD],
  [{ cmds: ['show version', { command: 'enable', input: WORD }] }, WORD],
  [{ prompt: 'Enter passphrase for key id_rsa:', response: WORD }, WORD],
  [{ Name: 'DB_PASSWORD', Value: WORD }, WORD],
  [{ key: 'password', val: WORD }, WORD],
  [{ field: 'password', old: WORD, new: `${WORD}2` }, WORD],
  [{ option: '--password', argument: WORD }, WORD],
  [{ kind: 'Secret', data: { 'tls.key': KEY_BODY } }, KEY_BODY],
])('%j is stored without its secret', (value, secret) => {
  expect(JSON.stringify(redactValue(value))).not.toContain(secret);
});

test.each<unknown>([
  ['password', 'publickey'],
  ['username', 'password', 'enable'],
  ['ssh', '-p', '22', 'fra-sw-12'],
  ['docker', 'run', '-p', '8080:80', 'nginx'],
  ['password', 12],
  { field: 'password', old: null, new: 'changed' },
  { prompt: 'Password:', answered: true },
  { cmd: 'show version', input: 'text' },
  { key: 'token_type', value: 'bearer' },
  { title: 'Password rotation', text: 'rotated 12 devices' },
  { kind: 'ConfigMap', data: { mode: 'b1c2d3e4' } },
  { answer: 42, pin: 17, auth: 'tacacs', credential: 'ops', enable: 'yes', signature: 'valid' },
  { pin_code_required: true, passwords_checked: 12, secret_count: 3, key_id: 'k1', session: 'night' },
  { ssh_key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ jan@fra', key_file: '/home/jan/.ssh/id_rsa' },
])('%j stays as it is', (value) => expect(redactValue(value)).toBe(value));
