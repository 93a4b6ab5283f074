import 'server-only';
import type { Cluster } from './cluster';
import { runProgram, runProgramSync } from './run-program';

/** Fast: clients are cut, everything committed is written, the next start needs no recovery. */
const stopArguments = (cluster: Cluster) => ['stop', '-m', 'fast', '-D', cluster.dataDir];

/** Ends when the server has ended, or after `seconds`, when it goes on ending by itself. */
export async function stopServer(cluster: Cluster, seconds: number): Promise<void> {
  await runProgram(cluster.runner, cluster.binaries.pgCtl, [...stopArguments(cluster), '-w', '-t', String(seconds)]);
}

/** Tells the server to end and does not wait. */
export function stopServerSync(cluster: Cluster): void {
  runProgramSync(cluster.runner, cluster.binaries.pgCtl, [...stopArguments(cluster), '-W']);
}
