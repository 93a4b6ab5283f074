import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const SOURCES = ['app', 'components', 'lib', 'prisma', 'public', 'package-lock.json'];
const ROOT_SOURCE = /\.(ts|js|mjs)$/;
/** Generated, or no part of the build. */
const NOT_BUILT =
  /^next-env\.d\.ts$|^lib\/(generated|testing)(\/|$)|\.test\.tsx?$|^(vitest|eslint|playwright)\.config\./;

/** Whether there is no finished build, or a source has changed since. */
export function isBuildNeeded(root) {
  const builtAt = changedAt(root, '.next/BUILD_ID');
  if (builtAt === undefined || changedAt(root, 'lib/generated/prisma/client.ts') === undefined) return true;
  const rootSources = readdirSync(root).filter((name) => ROOT_SOURCE.test(name));
  return [...SOURCES, ...rootSources].some((name) => isNewer(root, name, builtAt));
}

function changedAt(root, name) {
  return statSync(path.join(root, name), { throwIfNoEntry: false })?.mtimeMs;
}

/** A folder's own time tells of files that were removed. */
function isNewer(root, name, builtAt) {
  if (NOT_BUILT.test(name)) return false;
  const stats = statSync(path.join(root, name), { throwIfNoEntry: false });
  if (!stats) return false;
  if (stats.mtimeMs > builtAt) return true;
  return (
    stats.isDirectory() &&
    readdirSync(path.join(root, name)).some((entry) => isNewer(root, `${name}/${entry}`, builtAt))
  );
}
