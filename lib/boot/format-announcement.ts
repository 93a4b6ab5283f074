import path from 'node:path';
import type { Env } from '@/lib/env';
import { formatDatabaseAddress } from './database-address';

type Admin = { adminEmail: string; adminPassword: string | null };

/** What is printed when the server is ready; the password appears here only, and only on the first start. */
export function formatAnnouncement(settings: Env, admin: Admin, workingDir: string): string {
  const dataLocation = settings.DATABASE_URL
    ? formatDatabaseAddress(settings.DATABASE_URL)
    : formatPath(settings.DATA_DIR, workingDir);
  const address = settings.NEXTAUTH_URL ?? `http://localhost:${settings.PORT}`;
  const lines = [`NetRaven job logs on ${address} (data in ${dataLocation})`];
  if (admin.adminPassword !== null) {
    lines.push(`First start: sign in as ${admin.adminEmail} with the password ${admin.adminPassword} (shown only now)`);
  }
  return lines.join('\n');
}

function formatPath(dir: string, workingDir: string): string {
  const relative = path.relative(workingDir, dir);
  return relative.startsWith('..') || path.isAbsolute(relative) ? dir : `./${relative}`;
}
