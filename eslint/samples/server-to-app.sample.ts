// As lib/runs/server/sample.ts: import/no-restricted-paths
import 'server-only';
import LoginPage from '@/app/(auth)/login/page';

export const page = LoginPage;
