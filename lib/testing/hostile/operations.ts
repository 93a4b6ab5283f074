import { buildOpenApi } from '@/lib/openapi/build-openapi';
import { API_ROUTES, PAGE_ROUTES } from '@/lib/edges/route-table';

type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
};
type Parameter = { name: string; in: string };
type RawOperation = { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema?: Schema }> } };

/** The parts of an API request that can be made hostile. */
export type Operation = {
  method: string;
  path: string;
  pathNames: string[];
  queryNames: string[];
  headerNames: string[];
  /** A body that is valid, and the paths in it where a value can be put; null where the operation takes none. */
  body: { example: unknown; fieldPaths: string[][] } | null;
};

const document = buildOpenApi() as unknown as {
  paths: Record<string, Record<string, RawOperation>>;
  components: { schemas: Record<string, Schema> };
};

/** Every operation of the OpenAPI document, and the addresses that it leaves out: sign-in and pages. */
export function listOperations(): Operation[] {
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => describe(method, path, operation)),
  );
  const others = Object.entries(API_ROUTES)
    .filter(([path]) => !(path in document.paths))
    .flatMap(([path, methods]) => methods.map((method) => undescribed(method, path)));
  return [...described, ...others, ...Object.keys(PAGE_ROUTES).map((path) => undescribed('GET', path))];
}

function describe(method: string, path: string, { parameters = [], requestBody }: RawOperation): Operation {
  const namesIn = (location: string) => parameters.filter((one) => one.in === location).map(({ name }) => name);
  const schema = requestBody?.content['application/json']?.schema;
  return {
    method: method.toUpperCase(),
    path,
    pathNames: namesIn('path'),
    queryNames: namesIn('query'),
    headerNames: namesIn('header').map((name) => name.toLowerCase()),
    body: schema ? { example: exampleOf(schema), fieldPaths: fieldPathsOf(schema, []) } : null,
  };
}

const undescribed = (method: string, path: string): Operation => ({
  method,
  path,
  pathNames: [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
  queryNames: [
    'callbackUrl',
    'error',
    'next',
    'code',
    'state',
    'q',
    'status',
    'from',
    'line',
    'lines',
    'since',
    'with',
    'job',
  ],
  headerNames: [],
  body:
    method === 'GET'
      ? null
      : { example: {}, fieldPaths: [['csrfToken'], ['email'], ['password'], ['callbackUrl'], ['level']] },
});

function resolve(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1);
  const found = name === undefined ? schema : (document.components.schemas[name] ?? {});
  return found.anyOf?.[0] ? resolve(found.anyOf[0]) : found.oneOf?.[0] ? resolve(found.oneOf[0]) : found;
}

function exampleOf(given: Schema): unknown {
  const schema = resolve(given);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.properties) {
    const names = schema.required ?? [];
    return Object.fromEntries(names.map((name) => [name, exampleOf(schema.properties?.[name] ?? {})]));
  }
  if (schema.items) return [exampleOf(schema.items)];
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z';
  return [schema.type].flat().includes('integer') || schema.type === 'number' ? 1 : 'a text';
}

/** Names of properties, and '0' for the first element of a list. */
function fieldPathsOf(given: Schema, before: string[]): string[][] {
  const schema = resolve(given);
  const inner = schema.properties
    ? Object.entries(schema.properties)
    : schema.items && before.length < 6
      ? [['0', schema.items] as const]
      : [];
  return inner.flatMap(([name, one]) => [[...before, name], ...fieldPathsOf(one, [...before, name])]);
}
