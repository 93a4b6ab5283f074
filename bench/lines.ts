export const COMPONENTS = ['gateway', 'worker.executor', 'netmiko_driver', 'git_writer', 'scheduler'] as const;
const SITES = ['fra', 'ber', 'muc', 'vie', 'zrh', 'ams', 'par', 'lon'] as const;
const KINDS = ['sw', 'rt', 'fw'] as const;
const PHASES = ['connect', 'authenticate', 'execute', 'fetch', 'diff', 'store'] as const;

/** Repeatable numbers without a library: a step of xorshift over the index. */
export function hash(n: number): number {
  let x = (n + 0x9e3779b9) | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

export const deviceName = (n: number): string =>
  `${pick(SITES, n)}-${pick(KINDS, n >> 3)}-${String(n % 100).padStart(2, '0')}`;

/** 57 % INFO, 42 % DEBUG, about 1 % WARNING, 1 in 300 ERROR, as a Gateway writes. */
export function lineLevel(n: number): string {
  const x = hash(n) % 1000;
  return x < 3 ? 'ERROR' : x < 13 ? 'WARNING' : x < 430 ? 'DEBUG' : 'INFO';
}

export function lineMessage(n: number): string {
  const x = hash(n * 7 + 1);
  switch (x % 6) {
    case 0:
      return `connecting to 10.${x % 250}.${(x >> 8) % 250}.${(x >> 16) % 250}:22 over SSH, attempt ${1 + (x % 3)}`;
    case 1:
      return `session open after ${x % 900} ms, remote version string SSH-2.0-OpenSSH_7.${x % 9}`;
    case 2:
      return `received ${x % 200_000} bytes of running configuration in ${x % 4000} ms`;
    case 3:
      return `sha256 ${x.toString(16).padStart(8, '0').repeat(4)} equals the last stored one`;
    case 4:
      return `configs/${pick(SITES, x)}/${deviceName(x)}.cfg kept as it is, ${x % 40} volatile lines ignored`;
    default:
      return `job icmp_ping of ${deviceName(x)} answered ${x % 5} of 5, average ${x % 300} ms, credential_id=${x % 50}`;
  }
}

type LineOfRun = { runId: string; jobId: string; startMs: number; lineOfRun: number; stepMs?: number; device?: string };

/** The id that only line `n` has. */
export const requestId = (n: number): string => `req-${hash(n * 3).toString(16)}`;

/** One NDJSON record of some 290 bytes. */
export function ndjsonLine(n: number, run: LineOfRun): string {
  const device = run.device ?? deviceName(Math.floor(run.lineOfRun / 43) + (hash(run.startMs) % 7));
  return JSON.stringify({
    timestamp: new Date(run.startMs + run.lineOfRun * (run.stepMs ?? 12)).toISOString(),
    level: lineLevel(n),
    message: lineMessage(n),
    job_id: run.jobId,
    run_id: run.runId,
    component: pick(COMPONENTS, hash(n) >> 4),
    device,
    phase: pick(PHASES, Math.floor(run.lineOfRun / 7)),
    seq: run.lineOfRun + 1,
    additional_fields: { duration_ms: hash(n) % 5000, retry_count: n % 3, request: requestId(n) },
  });
}
