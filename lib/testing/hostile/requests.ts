import fc from 'fast-check';
import { BINARY_BODIES, BODIES, HEADERS, JSON_VALUES, TEXTS } from './values';
import type { Operation } from './operations';

export type HostileRequest = {
  method: string;
  target: string;
  headers: Record<string, string>;
  body: Buffer | null;
  /** Which part was made hostile, for whoever reads a failure. */
  about: string;
};

/** One part of a request that is changed to a hostile value. */
type Change =
  | { kind: 'path'; name: string; text: string; isRaw: boolean }
  | { kind: 'query'; name: string; text: string }
  | { kind: 'header'; name: string; text: string }
  | { kind: 'body'; fieldPath: string[]; value: unknown }
  | { kind: 'whole'; bytes: Buffer }
  | { kind: 'method'; method: string };

/** Percent codes that no text has, and what reads as something else where they are decoded. */
const RAW_PARTS = [
  '%ff',
  '%00',
  '%',
  '%zz',
  '%c0%af',
  '%2e',
  '%2e%2e',
  '%2f',
  '%5c',
  '%0a',
  '%ed%a0%80',
  '.',
  '..',
  '',
  '%25ff',
  ';',
  '@',
];
const METHODS = ['HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'PUT', 'PATCH', 'DELETE', 'POST', 'GET'];
/** A header's value can hold no more, and Node's client refuses to send the rest. */
const isHeaderText = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text);

/** Every change of an operation, each alone: all fields times all values. */
export function changesOf(operation: Operation): Change[] {
  const { pathNames, queryNames, headerNames, body } = operation;
  const headers = Object.entries(HEADERS).flatMap(([name, texts]) => texts.map((text) => ({ name, text })));
  const ownHeaders = headerNames.flatMap((name) => TEXTS.filter(isHeaderText).map((text) => ({ name, text })));
  return [
    ...pathNames.flatMap((name) => [
      ...TEXTS.map((text): Change => ({ kind: 'path', name, text, isRaw: false })),
      ...RAW_PARTS.map((text): Change => ({ kind: 'path', name, text, isRaw: true })),
    ]),
    ...[...queryNames, 'unknown', '__proto__'].flatMap((name) =>
      TEXTS.map((text): Change => ({ kind: 'query', name, text })),
    ),
    ...[...headers, ...ownHeaders].map((one): Change => ({ kind: 'header', ...one })),
    ...(body?.fieldPaths ?? []).flatMap((fieldPath) =>
      [...TEXTS, ...JSON_VALUES].map((value): Change => ({ kind: 'body', fieldPath, value })),
    ),
    ...(body ? [...BODIES, ...BINARY_BODIES] : BODIES.slice(0, 5)).map((bytes): Change => ({ kind: 'whole', bytes })),
    ...METHODS.map((method): Change => ({ kind: 'method', method })),
  ];
}

/** Requests with two to four changes at once, of any operation. The same seed makes the same requests. */
export function sampleRequests(operations: readonly Operation[], count: number, seed: number): HostileRequest[] {
  const all = operations.map((operation) => ({ operation, changes: changesOf(operation) }));
  const request = fc
    .constantFrom(...all)
    .chain(({ operation, changes }) =>
      fc
        .array(fc.constantFrom(...changes), { minLength: 2, maxLength: 4 })
        .map((some) => buildRequest(operation, some)),
    );
  return fc.sample(request, { numRuns: count, seed });
}

export function buildRequest(operation: Operation, changes: readonly Change[]): HostileRequest {
  let { method } = operation;
  let path = operation.path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  let example = structuredClone(operation.body?.example);
  let bytes: Buffer | null = null;
  for (const change of changes) {
    if (change.kind === 'path') {
      path = path.replace(`{${change.name}}`, () => (change.isRaw ? change.text : encode(change.text)));
    } else if (change.kind === 'query') query.push(`${encode(change.name)}=${encode(change.text)}`);
    else if (change.kind === 'header') headers[change.name] = change.text;
    else if (change.kind === 'body') example = withValue(example, change.fieldPath, change.value);
    else if (change.kind === 'whole') bytes = change.bytes;
    else method = change.method;
  }
  path = path.replaceAll(/\{\w+\}/g, method === 'DELETE' ? 'gone' : RUN_ID);
  const text = example === undefined ? null : JSON.stringify(example);
  return {
    method,
    target: query.length > 0 ? `${path}?${query.join('&')}` : path,
    headers,
    body: bytes ?? (text === null ? null : Buffer.from(text)),
    about: JSON.stringify(changes).slice(0, 300),
  };
}

/** The run, and the device in it, that requests are about. */
export const RUN_ID = 'hostile';

/** Lone halves of surrogate pairs have no UTF-8: they are sent as the bytes that some programs write for them. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('%EF%BF%BD', text.isWellFormed() ? '%EF%BF%BD' : '%ED%A0%80');

function withValue(example: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown {
  const isList = name === '0';
  const known =
    typeof example === 'object' && example !== null ? (example as Record<string, unknown>)[name] : undefined;
  const inner = rest.length === 0 ? value : withValue(known, rest, value);
  if (isList) return [inner];
  return { ...(typeof example === 'object' && !Array.isArray(example) ? example : {}), [name]: inner };
}
