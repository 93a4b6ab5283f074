/** What PostgreSQL writes to postmaster.pid: line 1 the process id, line 4 the port. */
export type PostmasterFile = { pid: number; port: number };

export function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 1 || !Number.isInteger(port) || port <= 0) return undefined;
  return { pid, port };
}

/** Above every kernel's highest process id, so it is never alive. */
const NO_PROCESS = 2_147_483_647;

/**
 * The same file naming a process that does not exist. PostgreSQL refuses to start while the id in the file is alive,
 * be it a zombie or somebody else's recycled id; removing the file would also skip its check for old backends that
 * are still attached to the shared memory, which line 7 names.
 */
export const disownPostmasterFile = (text: string): string => text.replace(/^\s*-?\d+/, String(NO_PROCESS));
