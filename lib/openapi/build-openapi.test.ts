import { describe, expect, it } from 'vitest';
import { buildOpenApi } from './build-openapi';

type Json = { [key: string]: unknown };
type Operation = {
  operationId: string;
  requestBody?: { required?: boolean };
  parameters?: { name: string; in: string }[];
  responses: Record<string, Json>;
};

const document = buildOpenApi() as unknown as Json & { paths: Record<string, Record<string, Operation>> };
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
);

function* objectsIn(node: unknown, at = '#'): Generator<{ at: string; node: Json }> {
  if (typeof node !== 'object' || node === null) return;
  yield { at, node: node as Json };
  for (const [key, value] of Object.entries(node)) yield* objectsIn(value, `${at}/${key}`);
}

const namesOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];

describe('the OpenAPI document', () => {
  it('names as required only what it describes', () => {
    const unknown = [...objectsIn(document)].flatMap(({ at, node }) =>
      namesOf(node.required).flatMap((name) =>
        name in ((node.properties as Json | undefined) ?? {}) ? [] : [`${at} ${name}`],
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('refers only to what is in it', () => {
    const refs = [...objectsIn(document)].flatMap(({ node }) => (typeof node.$ref === 'string' ? [node.$ref] : []));
    const found = (ref: string) =>
      ref
        .split('/')
        .slice(1)
        .reduce<unknown>((node, key) => (node as Json | undefined)?.[key], document) !== undefined;
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => !found(ref))).toEqual([]);
  });

  it('says where the server is and every way to hand over a token', () => {
    expect(document.servers).toEqual([{ url: '/', description: 'This server' }]);
    const { securitySchemes } = document.components as { securitySchemes: Json };
    expect(document.security).toEqual(Object.keys(securitySchemes).map((name) => ({ [name]: [] })));
    expect(JSON.stringify(securitySchemes)).toMatch(/bearer.*basic.*Splunk.*ApiKey.*X-API-Key.*DD-API-KEY/);
  });

  it.each(operations)('$name: bodies are required, parameters of the path described, what passes says when', (one) => {
    const { path, operation } = one;
    if (operation.requestBody) expect(operation.requestBody.required).toBe(true);
    const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    expect(inPath.sort()).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort());
    for (const [status, response] of Object.entries(operation.responses)) {
      if (status === '429' || status === '503') expect(response.headers, status).toHaveProperty('Retry-After');
      if (status === '405') expect(response.headers).toHaveProperty('Allow');
    }
  });

  it.each([
    ...['findNewestLines', 'countHistogram', 'countFacets', 'findLines', 'getMinimap', 'getPatterns'],
    ...['downloadLines', 'getRunCauses', 'getRunTimeline', 'compareRuns'],
    ...['countInsightErrors', 'countInsightRuns'],
  ])('%s searches lines: it may take too long, and may be one too many', (id) => {
    const search = operations.find(({ operation }) => operation.operationId === id);
    expect(Object.keys(search?.operation.responses ?? {})).toEqual(expect.arrayContaining(['429', '503']));
  });

  it('has an id of its own for each operation', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells of an ingest that stores nothing, and of the defaults of a batch', () => {
    const ingest = document.paths['/api/v1/logs']?.post;
    expect(ingest?.responses['422']?.content).toHaveProperty('application/json');
    expect(ingest?.responses['422']?.content).toHaveProperty('application/problem+json');
    const query = ingest?.parameters?.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    expect(query).toEqual(
      expect.arrayContaining(['job_id', 'run_id', 'component', 'device', 'phase', 'level', 'jobId']),
    );
  });
});
