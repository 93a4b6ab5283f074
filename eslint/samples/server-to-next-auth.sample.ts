// As lib/runs/server/sample.ts: @typescript-eslint/no-restricted-imports
import 'server-only';
import { getServerSession } from 'next-auth';

export const session = getServerSession;
