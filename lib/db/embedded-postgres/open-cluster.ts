import 'server-only';
import { existsSync } from 'node:fs';
import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { clusterFiles, MAJOR_VERSION, type Cluster } from './cluster';
import { createCluster } from './create-cluster';
import { findBinaries } from './find-binaries';
import { findRunner } from './find-runner';
import { SetupError } from './setup-error';
import { findSystemUser, type SystemUser } from './system-user';

/**
 * The cluster below the existing folder `dataDir`, created at the first call. Throws a SetupError when it belongs to
 * somebody else, is incomplete, or is of another major version.
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  // One spelling, whatever links lead there: a running server is known by the folder in its command line.
  const home = path.join(await realpath(/* turbopackIgnore: true */ dataDir), 'postgres');
  const user = await findSystemUser();
  if (existsSync(/* turbopackIgnore: true */ home)) await assertOwner(home, user);
  const binaries = await findBinaries();
  const runner = await findRunner(user, binaries, home);
  if (!existsSync(/* turbopackIgnore: true */ home)) await createCluster(home, binaries, runner);
  const files = clusterFiles(home);
  await assertMajorVersion(files.dataDir);
  const password = (await readOrExplain(files.passwordFile)).trim();
  return { home, dataDir: files.dataDir, logFile: files.logFile, password, binaries, runner };
}

async function assertOwner(home: string, user: SystemUser): Promise<void> {
  const wanted = user?.uid ?? process.getuid?.();
  const { uid } = await stat(/* turbopackIgnore: true */ home);
  if (wanted === undefined || uid === wanted) return;
  const wantedName = user ? `${user.name} (${user.uid})` : `user id ${wanted}`;
  throw new SetupError(
    `The data folder ${home} belongs to user id ${uid}, but the database would run as ${wantedName}: ` +
      `start as the folder's owner, give it over with chown -R ${wanted} ${home}, or name another with DATA_DIR`,
  );
}

async function assertMajorVersion(dataDir: string): Promise<void> {
  const version = (await readOrExplain(path.join(dataDir, 'PG_VERSION'))).trim();
  if (version === MAJOR_VERSION) return;
  throw new SetupError(
    `The data folder ${dataDir} is of PostgreSQL ${version}, this server is ${MAJOR_VERSION}: ` +
      `dump and restore it with pg_dump of version ${version}, or name another folder with DATA_DIR`,
  );
}

async function readOrExplain(file: string): Promise<string> {
  try {
    return await readFile(/* turbopackIgnore: true */ file, 'utf8');
  } catch (cause) {
    throw new SetupError(
      `${file} cannot be read, so the data folder is incomplete: restore it from a backup, or name another folder with DATA_DIR`,
      { cause },
    );
  }
}
