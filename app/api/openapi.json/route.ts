import { buildOpenApi } from '@/lib/openapi/build-openapi';

export const dynamic = 'force-static';

export const GET = () => Response.json(buildOpenApi());
