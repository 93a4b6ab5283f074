// As faults/sample.ts: import/no-restricted-paths
import { SERVER_URL } from '@/e2e/fixtures/server-url';

export const url = SERVER_URL;
