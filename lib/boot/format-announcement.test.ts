import { expect, it } from 'vitest';
import { parseEnv } from '@/lib/env';
import { formatAnnouncement } from './format-announcement';

const admin = { adminEmail: 'admin@netraven.local', adminPassword: null };

it('names the address and the data folder, relative when it is below the working folder', () => {
  expect(formatAnnouncement(parseEnv({ DATA_DIR: '/srv/logs/data' }), admin, '/srv/logs')).toBe(
    'NetRaven job logs on http://localhost:3000 (data in ./data)',
  );
  expect(formatAnnouncement(parseEnv({ DATA_DIR: '/var/lib/logs', PORT: '80' }), admin, '/srv/logs')).toBe(
    'NetRaven job logs on http://localhost:80 (data in /var/lib/logs)',
  );
});

it('names an outside database without its password', () => {
  const settings = parseEnv({
    DATABASE_URL: 'postgresql://me:geheim@db:5432/logs?sslmode=require',
    NEXTAUTH_URL: 'https://logs',
  });
  expect(formatAnnouncement(settings, admin, '/')).toBe(
    'NetRaven job logs on https://logs (data in postgresql://me@db:5432/logs)',
  );
});

it('shows a password that was made just now', () => {
  const text = formatAnnouncement(parseEnv({}), { ...admin, adminPassword: 'correct horse' }, '/');
  expect(text.split('\n')[1]).toBe(
    'First start: sign in as admin@netraven.local with the password correct horse (shown only now)',
  );
});
