/** The file in the cluster's folder that postgresql.conf includes; written anew before each start. */
export const SETTINGS_FILE = 'netraven.conf';

/**
 * Settings of the embedded server, for two cores and some GiB of memory.
 * No statement, parameter or value may reach the server log (a sender's secret could be in it): error messages and
 * their details quote values, so errors are not logged at all; the application sees and redacts them.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '250',
  synchronous_commit: 'on',
  shared_buffers: '128MB',
  // Nobody replicates or archives it: a table that is written anew is not written a second time into the log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // Off, since chunks are compressed already: on, it makes the log 1 % smaller, and deleting 1 M lines takes 628 ms, not 84.
  wal_compression: 'off',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_statement: 'none',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
} as const satisfies Record<string, string>;

const MIB = 1024 ** 2;
/** Two segments of 16 MiB, the least that PostgreSQL takes. */
const MIN_WAL_BYTES = 32 * MIB;
const MAX_WAL_BYTES = 2048 * MIB;
/** PostgreSQL's own default for what it keeps of the log, to be written over again. */
const KEPT_WAL_BYTES = 80 * MIB;
/** On smaller disks, free space is worth more than the time that old log files would save. */
const SMALL_DISK_BYTES = 4096 * MIB;

/** On a small disk the write-ahead log must leave room for the data: it may take a tenth of the disk, 2 GiB at most. */
export function walSettings(diskBytes: number): Record<string, string> {
  const bytes = Math.min(MAX_WAL_BYTES, Math.max(MIN_WAL_BYTES, diskBytes / 10));
  const isSmall = diskBytes < SMALL_DISK_BYTES;
  return {
    max_wal_size: `${Math.floor(bytes / MIB)}MB`,
    min_wal_size: `${(isSmall ? MIN_WAL_BYTES : KEPT_WAL_BYTES) / MIB}MB`,
    wal_recycle: isSmall ? 'off' : 'on',
  };
}

export function formatSettings(overrides: Record<string, string> = {}): string {
  const lines = Object.entries({ ...SETTINGS, ...overrides }).map(([name, value]) => `${name} = '${value}'`);
  return `# Written by NetRaven at each start; changes belong into postgresql.conf, below the include.\n${lines.join('\n')}\n`;
}
