import { createDocument } from 'zod-openapi';
import { healthPaths } from './health-paths';
import { ingestPaths } from './ingest-paths';
import { runPaths } from './run-paths';
import { searchPaths } from './search-paths';

/** The OpenAPI 3.1 description of the API, from the schemas that the routes validate with. */
export const buildOpenApi = () =>
  createDocument({
    openapi: '3.1.0',
    info: { title: 'NetRaven job logs', version: '1', description: 'Log records in, runs and lines out.' },
    security: [{ bearer: [] }, { session: [] }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token with logs:write, logs:read or admin' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
    paths: { ...ingestPaths, ...runPaths, ...searchPaths, ...healthPaths },
  });
