import { defineConfig } from 'prisma/config';

// For development with Prisma's CLI only; the application gets its address from lib/env.ts.
export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
});
