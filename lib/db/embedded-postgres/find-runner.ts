import 'server-only';
import { canReach, type SystemUser } from './system-user';
import type { Binaries } from './find-binaries';
import { runProgram, type Runner } from './run-program';
import { SetupError } from './setup-error';

/**
 * Started as root from a folder that the database's user cannot enter (a clone in /root), the database keeps root's
 * right to pass through folders, and only that: util-linux's setpriv hands it on as an ambient capability.
 */
export async function findRunner(user: SystemUser, binaries: Binaries, home: string): Promise<Runner> {
  if (!user) return { user, prefix: [] };
  if ((await canReach(user, binaries.postgres)) && (await canReach(user, home))) return { user, prefix: [] };
  for (const capability of ['dac_read_search', 'dac_override']) {
    const runner = { user, prefix: setprivCommand(user, capability) };
    if (await canRun(runner, binaries.postgres)) return runner;
  }
  throw new SetupError(
    `The user ${user.name}, whom root runs PostgreSQL as, cannot enter ${home} or ${binaries.postgres}: ` +
      'move the project and DATA_DIR to a folder that everybody may enter, or start as an ordinary user',
  );
}

function setprivCommand(user: NonNullable<SystemUser>, capability: string): string[] {
  // initdb asks access(2), which ignores the capabilities of anybody but root unless no_setuid_fixup is set.
  const caps = [
    '--securebits=+no_setuid_fixup',
    `--inh-caps=-all,+${capability}`,
    `--ambient-caps=-all,+${capability}`,
  ];
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', ...caps];
}

async function canRun(runner: Runner, program: string): Promise<boolean> {
  try {
    return (await runProgram(runner, program, ['--version'])).exitCode === 0;
  } catch {
    return false;
  }
}
