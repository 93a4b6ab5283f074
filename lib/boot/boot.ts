import 'server-only';
import { authSecret } from '@/lib/auth/server/auth-secret';
import { completeAuthEnv, env } from '@/lib/env';
import { redactText } from '@/lib/redaction/redact-text';
import { createDataDir } from './create-data-dir';
import { formatAnnouncement } from './format-announcement';
import { handleSignals } from './handle-signals';
import { openConfiguredDatabase } from './open-configured-database';
import { registerDoor } from './register-door';
import { startServices } from './start-services';

/** Brings the process up before its first request, or ends it with code 1 and one line that says what to change. */
export async function boot(): Promise<void> {
  // A closed pipe behind stdout or stderr would otherwise make every line an uncaught error.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  let closeDatabase = async () => {};
  handleSignals(() => closeDatabase());
  try {
    const settings = env();
    if (!settings.DATABASE_URL || !settings.NEXTAUTH_SECRET) await createDataDir(settings.DATA_DIR);
    closeDatabase = await openConfiguredDatabase(settings);
    completeAuthEnv(authSecret());
    const admin = await startServices();
    registerDoor();
    console.log(formatAnnouncement(settings, admin, process.cwd()));
  } catch (error) {
    console.error(redactText(`NetRaven cannot start. ${oneLine(error)}`));
    await closeDatabase();
    process.exit(1);
  }
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, ' ');
