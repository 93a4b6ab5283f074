import 'server-only';
import { randomBytes } from 'node:crypto';
import { appendFile, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { clusterFiles, ROLE } from './cluster';
import type { Binaries } from './find-binaries';
import { runProgram, type Runner } from './run-program';
import { SETTINGS_FILE } from './server-settings';
import { SetupError } from './setup-error';

/** Characters of a password that need no escape in a URL. */
const newPassword = () => randomBytes(24).toString('hex');

/**
 * Creates the cluster and its password beside `home` and renames them to their final names: a start that is killed half way
 * leaves nothing that looks like a cluster.
 */
export async function createCluster(home: string, binaries: Binaries, runner: Runner): Promise<void> {
  const draft = `${home}.new`;
  await rm(/* turbopackIgnore: true */ draft, { recursive: true, force: true });
  await mkdir(/* turbopackIgnore: true */ draft, { mode: 0o700 });
  const { dataDir, passwordFile } = clusterFiles(draft);
  await writeFile(/* turbopackIgnore: true */ passwordFile, `${newPassword()}\n`, { mode: 0o600 });
  await giveTo(runner, draft, passwordFile);
  const { exitCode, output } = await runProgram(runner, binaries.initdb, [
    ...['-D', dataDir, '-U', ROLE, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`],
    ...['-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums'],
  ]);
  if (exitCode !== 0) {
    await rm(/* turbopackIgnore: true */ draft, { recursive: true, force: true });
    const reason = output.trim().split('\n').at(-1) ?? '';
    throw new SetupError(`The database could not be created in ${home}: ${reason}`);
  }
  await appendFile(
    /* turbopackIgnore: true */ path.join(dataDir, 'postgresql.conf'),
    `\ninclude_if_exists = '${SETTINGS_FILE}'\n`,
  );
  await rename(/* turbopackIgnore: true */ draft, home);
}

async function giveTo({ user }: Runner, ...paths: string[]): Promise<void> {
  if (!user) return;
  for (const path of paths) await chown(/* turbopackIgnore: true */ path, user.uid, user.gid);
}
