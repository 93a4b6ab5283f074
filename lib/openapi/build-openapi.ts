import { createDocument, type ZodOpenApiObject } from 'zod-openapi';
import { healthPaths } from './health-paths';
import { ingestPaths } from './ingest-paths';
import { insightPaths } from './insight-paths';
import { jobPaths } from './job-paths';
import { runPaths } from './run-paths';
import { searchPaths } from './search-paths';

const header = (name: string, description: string) => ({ type: 'apiKey', in: 'header', name, description }) as const;

const securitySchemes = {
  bearer: { type: 'http', scheme: 'bearer', description: 'A token with logs:write, logs:read or admin' },
  basic: { type: 'http', scheme: 'basic', description: 'The token as password, under any name; or as name alone' },
  authorization: header('Authorization', 'Splunk TOKEN, Token TOKEN, ApiKey TOKEN or ApiKey base64(id:TOKEN)'),
  xApiKey: header('X-API-Key', 'The token'),
  ddApiKey: header('DD-API-KEY', 'The token'),
  session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
} as const satisfies NonNullable<ZodOpenApiObject['components']>['securitySchemes'];

/** The OpenAPI 3.1 description of the API, from the schemas that the routes validate with. */
export const buildOpenApi = () =>
  createDocument({
    openapi: '3.1.0',
    info: {
      title: 'NetRaven job logs',
      version: '1',
      description:
        'Log records in, runs and lines out. Every error is a problem document (RFC 9457), also that of an address that is ' +
        'not here (404) or does not take the method (405, with Allow). HEAD goes wherever GET does; a trailing slash is ' +
        'no other address. Tokens are read from headers, never from the address. A JSON body that is not lines has at most ' +
        '4 MiB, 100,000 names and list elements, and 32 levels.',
    },
    servers: [{ url: '/', description: 'This server' }],
    security: Object.keys(securitySchemes).map((name) => ({ [name]: [] })),
    components: { securitySchemes },
    paths: { ...ingestPaths, ...runPaths, ...jobPaths, ...insightPaths, ...searchPaths, ...healthPaths },
  });
