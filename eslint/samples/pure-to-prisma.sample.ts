// As lib/runs/sample.ts: @typescript-eslint/no-restricted-imports
import { Prisma } from '@/lib/generated/prisma/client';

export const sql = Prisma.sql;
