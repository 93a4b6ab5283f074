import 'server-only';
import { access, constants, mkdir } from 'node:fs/promises';
import { SetupError } from '@/lib/db/embedded-postgres/setup-error';

/**
 * Others may pass through the folder, as the database's user must when root starts the server; what is inside is
 * private. Throws a SetupError when it cannot be created or written.
 */
export async function createDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(/* turbopackIgnore: true */ dataDir, { recursive: true, mode: 0o711 });
    await access(/* turbopackIgnore: true */ dataDir, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw new SetupError(
      `The data folder ${dataDir} cannot be written: give it to the user who starts the server, or name another with DATA_DIR`,
      { cause },
    );
  }
}
