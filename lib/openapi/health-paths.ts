import type { ZodOpenApiPathItemObject } from 'zod-openapi';
import { DATABASE_AWAY } from './answers';

export const healthPaths: Record<string, ZodOpenApiPathItemObject> = {
  '/api/health/live': {
    get: {
      operationId: 'live',
      security: [],
      summary: 'The process answers',
      responses: { '200': { description: 'It does' } },
    },
  },
  '/api/health/ready': {
    get: {
      operationId: 'ready',
      security: [],
      summary: 'The database answers',
      responses: {
        '200': { description: 'It does; status is disk_full while nothing can be stored for want of space' },
        '503': DATABASE_AWAY,
      },
    },
  },
};
