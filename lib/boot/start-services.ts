import 'server-only';
import { registerEnvAccounts } from '@/lib/auth/server/register-env-accounts';
import { startBackground } from '@/lib/upkeep/background/server/sql/start-background';
import { startTailHub } from '@/lib/reading/tail/server/sql/start-tail-hub';
import { onShutdown } from './shutdown';

/** Everything that runs on an open database; returns the admin's account, with its password when it was made just now. */
export async function startServices(): ReturnType<typeof registerEnvAccounts> {
  const admin = await registerEnvAccounts();
  onShutdown('live tails', await startTailHub());
  onShutdown('background work', await startBackground());
  return admin;
}
