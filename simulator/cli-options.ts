import { parseArgs } from 'node:util';

export type DemoOptions = {
  url: string;
  token: string;
  nights: number;
  devices: number;
  seed: string;
  isLive: boolean;
  linesPerSecond: number;
  /** History: only the newest runs. Live: stop after so many. */
  runs: number | null;
  truthFile: string | null;
  nowMs: number;
};

export type ParsedCli = { options: DemoOptions } | { message: string; exitCode: number };

export const USAGE = `npm run demo -- [options]

  --url URL         the server (default http://localhost:3000)
  --token TOKEN     a token with logs:write (default: the INGEST_TOKEN variable)
  --nights N        nights of history, the last one last night (default 14)
  --devices N       devices in the fleet (default 120)
  --seed TEXT       another seed, another demo (default 1)
  --live            then go on with runs at a human pace, until Ctrl-C
  --rate N          lines a second of live runs (default 20)
  --runs N          only the newest N runs of history; with --live, stop after N
  --now TIME        the time that "last night" refers to (ISO 8601, default: now)
  --truth FILE      write what was sent, run by run, as JSON`;

const NO_TOKEN = `No token. Choose one of 32 characters or more and give it to both sides:

  export INGEST_TOKEN=$(node -p "crypto.randomUUID() + crypto.randomUUID()")
  npm start                 # here
  npm run demo              # in another terminal, with the same INGEST_TOKEN`;

/** Numbers are read as text: `parseArgs` knows strings and booleans only. */
const OPTIONS = {
  url: { type: 'string', default: 'http://localhost:3000' },
  token: { type: 'string' },
  nights: { type: 'string', default: '14' },
  devices: { type: 'string', default: '120' },
  seed: { type: 'string', default: '1' },
  live: { type: 'boolean', default: false },
  rate: { type: 'string', default: '20' },
  runs: { type: 'string' },
  now: { type: 'string' },
  truth: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** `tokenFromEnv` is INGEST_TOKEN; a command line that makes no sense is answered with one line and the usage. */
export function parseCli(args: readonly string[], tokenFromEnv: string | undefined, nowMs: number): ParsedCli {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (values.help) return { message: USAGE, exitCode: 0 };
    const token = values.token ?? tokenFromEnv ?? '';
    const options: DemoOptions = {
      url: parseUrl(values.url),
      token,
      nights: parseCount('nights', values.nights, { min: 0, max: 400 }),
      devices: parseCount('devices', values.devices, { min: 1, max: 5_000 }),
      seed: values.seed,
      isLive: values.live,
      linesPerSecond: parseCount('rate', values.rate, { min: 1, max: 10_000 }),
      runs: values.runs === undefined ? null : parseCount('runs', values.runs, { min: 1, max: 100_000 }),
      truthFile: values.truth ?? null,
      nowMs: values.now === undefined ? nowMs : parseTime(values.now),
    };
    return token === '' ? { message: NO_TOKEN, exitCode: 2 } : { options };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { message: `${error.message}\n\n${USAGE}`, exitCode: 2 };
  }
}

function parseCount(name: string, text: string, { min, max }: { min: number; max: number }): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < min || count > max) {
    throw new RangeError(`--${name} must be a whole number from ${min} to ${max}`);
  }
  return count;
}

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/.test(text)) throw new RangeError('--url must be like http://localhost:3000');
  return text;
}

function parseTime(text: string): number {
  const atMs = Date.parse(text);
  if (Number.isNaN(atMs)) throw new RangeError('--now must be a time such as 2026-11-23T09:00:00Z');
  return atMs;
}
