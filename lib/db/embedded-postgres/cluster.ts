import 'server-only';
import path from 'node:path';
import type { Binaries } from './find-binaries';
import type { Runner } from './run-program';

/** The major version of the binaries in package.json, and so the only one whose data folder can be opened. */
export const MAJOR_VERSION = '18';
/** The role that owns everything, and the one database of the embedded server. */
export const ROLE = 'netraven';
export const DATABASE = 'netraven';

/** The embedded server's files, all below one folder that belongs to the user it runs as. */
export type Cluster = {
  home: string;
  dataDir: string;
  logFile: string;
  password: string;
  binaries: Binaries;
  runner: Runner;
};

export const clusterFiles = (home: string) => ({
  dataDir: path.join(home, 'cluster'),
  passwordFile: path.join(home, 'password'),
  logFile: path.join(home, 'server.log'),
});

export const connectionUrl = (password: string, port: number, database: string): string =>
  `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
