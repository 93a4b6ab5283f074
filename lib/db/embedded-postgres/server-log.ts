import 'server-only';
import { readFile, rename, stat } from 'node:fs/promises';

const MAX_LOG_BYTES = 10 * 1024 * 1024;

/** Keeps one older log; called while the server is down, since it writes on to a renamed file. */
export async function rotateLog(logFile: string): Promise<void> {
  try {
    const { size } = await stat(/* turbopackIgnore: true */ logFile);
    if (size > MAX_LOG_BYTES) await rename(/* turbopackIgnore: true */ logFile, `${logFile}.1`);
  } catch {
    // Before the first start there is no log.
  }
}

/** Why the server did not start, in its own words. */
export async function findLastFatal(logFile: string): Promise<string> {
  try {
    const lines = (await readFile(/* turbopackIgnore: true */ logFile, 'utf8')).split('\n');
    return (
      lines.findLast((line) => /FATAL:|PANIC:/.test(line))?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? 'no reason given'
    );
  } catch {
    return 'it wrote no log';
  }
}
