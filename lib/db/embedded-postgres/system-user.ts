import 'server-only';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from './setup-error';

/** Who the database runs as: `undefined` is whoever runs this process. */
export type SystemUser = { name: string; uid: number; gid: number } | undefined;

/** PostgreSQL refuses to run as root: then it is `postgres`, else `nobody`. Throws a SetupError where neither exists. */
export async function findSystemUser(): Promise<SystemUser> {
  if (process.getuid?.() !== 0) return undefined;
  const passwd = await readFile('/etc/passwd', 'utf8');
  const user = parsePasswdEntry(passwd, 'postgres') ?? parsePasswdEntry(passwd, 'nobody');
  if (user) return user;
  throw new SetupError(
    'PostgreSQL refuses to run as root and there is no user postgres or nobody: start as another user, or set DATABASE_URL',
  );
}

/** passwd(5): name:password:uid:gid:… */
export function parsePasswdEntry(passwd: string, name: string): SystemUser {
  const [, , uid, gid] =
    passwd
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':') ?? [];
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

/** Whether the user may enter every folder above `target`: a clone in /root or below a private home is out of reach. */
export async function canReach(user: NonNullable<SystemUser>, target: string): Promise<boolean> {
  for (let dir = path.dirname(target); ; dir = path.dirname(dir)) {
    const { uid, gid, mode } = await stat(/* turbopackIgnore: true */ dir);
    const execute = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & execute) === 0) return false;
    if (dir === path.dirname(dir)) return true;
  }
}
