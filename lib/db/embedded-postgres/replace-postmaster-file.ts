import 'server-only';
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { disownPostmasterFile, parsePostmasterFile } from './postmaster-file';

/**
 * Replaces a dead process in PostgreSQL's process file, unless another server has written it meanwhile. The file is
 * replaced as a whole: a kill in the middle of writing would leave it empty, and no server starts beside an empty one.
 */
export async function disownPostmaster(pidFile: string, deadPid: number): Promise<void> {
  const text = await readFile(/* turbopackIgnore: true */ pidFile, 'utf8').catch(() => '');
  const disowned = disownPostmasterFile(text);
  if (parsePostmasterFile(text)?.pid !== deadPid || disowned === text) return;
  const { uid, gid, mode } = await stat(/* turbopackIgnore: true */ pidFile);
  const whole = `${pidFile}.disowned`;
  await writeFile(/* turbopackIgnore: true */ whole, disowned, { mode });
  // Root's database runs as another user, who must be able to replace it.
  await chown(/* turbopackIgnore: true */ whole, uid, gid);
  await rename(whole, pidFile);
}

/** PostgreSQL writes the file's first lines at once, so no start is that slow. */
const REMNANT_MS = 2000;

/** Removes a process file that stays empty: what a kill or a power cut in the middle of writing it leaves behind. */
export async function removeEmptyPostmasterFile(pidFile: string): Promise<void> {
  const isEmpty = async () =>
    (await readFile(/* turbopackIgnore: true */ pidFile, 'utf8').catch(() => 'there is none')) === '';
  const deadline = Date.now() + REMNANT_MS;
  while (await isEmpty()) {
    if (Date.now() > deadline) return rm(/* turbopackIgnore: true */ pidFile);
    await delay(50);
  }
}
