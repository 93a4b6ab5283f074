import { LEVEL_NUMBER } from './level';

/** Names that senders use, beside the five of Python: syslog (RFC 5424), Java, Go and OTLP. */
const NUMBER_OF_NAME: ReadonlyMap<string, number> = new Map([
  ...Object.entries(LEVEL_NUMBER),
  ...(['TRACE', 'VERBOSE', 'FINE', 'FINER', 'FINEST', 'NOTSET'] as const).map((name) => [name, 10] as const),
  ...(['NOTICE', 'INFORMATION', 'INFORMATIONAL'] as const).map((name) => [name, 20] as const),
  ['WARN', 30],
  ...(['ERR', 'SEVERE'] as const).map((name) => [name, 40] as const),
  ...(['FATAL', 'CRIT', 'ALERT', 'EMERG', 'EMERGENCY', 'PANIC'] as const).map((name) => [name, 50] as const),
]);

/** OTLP severity numbers come in blocks of four: trace, debug, info, warn, error, fatal (opentelemetry.io/docs/specs/otel/logs/data-model). */
const NUMBER_OF_OTLP_BLOCK = [10, 10, 20, 30, 40, 50];

/** OTLP `severityNumber`, 1 to 24; null when it is none. */
export function parseOtlpSeverity(value: number): number | null {
  if (!Number.isInteger(value) || value < 1 || value > 24) return null;
  return NUMBER_OF_OTLP_BLOCK[Math.floor((value - 1) / 4)] ?? null;
}

/**
 * Level number (10 to 50) of a name in any case, a Python number or an OTLP severity; null when it is none.
 * 10 and 20 are Python's; other numbers up to 24 are OTLP's; a custom Python level counts as the one below it.
 */
export function parseLevel(value: unknown): number | null {
  if (typeof value === 'string') {
    const known = NUMBER_OF_NAME.get(value) ?? NUMBER_OF_NAME.get(value.trim().toUpperCase());
    if (known !== undefined) return known;
    // OTLP's short names of the finer steps: INFO2, WARN4 …
    const step = /^\s*([A-Za-z]+)[1-4]\s*$/.exec(value)?.[1];
    if (step) return NUMBER_OF_NAME.get(step.toUpperCase()) ?? null;
    return /^\s*\d{1,3}\s*$/.test(value) ? parseLevel(Number(value)) : null;
  }
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 100) return null;
  if (value < 25 && value !== 10 && value !== 20) return value === 0 ? 10 : parseOtlpSeverity(value);
  return Math.min(50, Math.floor(value / 10) * 10);
}
