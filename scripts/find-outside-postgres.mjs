import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** Where Debian's packages put the servers, one folder a major version. */
const DEBIAN = '/usr/lib/postgresql';
/** The oldest that lib/boot/check-database.ts accepts. */
const MIN_VERSION = 15;

/**
 * The folder with initdb, pg_ctl and postgres of a PostgreSQL that is not ours: what OUTSIDE_POSTGRES_BIN names, else the
 * oldest installed one that is new enough; undefined where there is none.
 */
export function findOutsidePostgres() {
  const named = process.env.OUTSIDE_POSTGRES_BIN;
  if (named) return hasPrograms(named) ? named : undefined;
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .filter((version) => Number(version) >= MIN_VERSION)
    .sort((one, other) => Number(one) - Number(other))
    .map((version) => path.join(DEBIAN, version, 'bin'))
    .find(hasPrograms);
}

const hasPrograms = (folder) => ['initdb', 'pg_ctl', 'postgres'].every((name) => existsSync(path.join(folder, name)));
