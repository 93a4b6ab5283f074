import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fail } from './fail.mjs';

/** Generates the database client where it is missing, then builds; ends the process when either fails. */
export async function build(root) {
  if (!existsSync(path.join(root, 'lib/generated/prisma/client.ts'))) {
    await runNode(root, [path.join(root, 'scripts/prisma-generate.mjs')]);
  }
  console.log('Building once, about a minute ...');
  await runNode(root, [createRequire(import.meta.url).resolve('next/dist/bin/next'), 'build']);
}

/** A build that is interrupted must not pass for a finished one. */
function abandon(root) {
  rmSync(path.join(root, '.next/BUILD_ID'), { force: true });
}

async function runNode(root, args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const interrupt = (signal) => child.kill(signal);
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const { exitCode, signal } = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve({ exitCode: code, signal }));
  });
  process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  if (exitCode === 0) return;
  abandon(root);
  fail(signal ? 'The build was interrupted' : 'The build failed; its output above says why');
}
