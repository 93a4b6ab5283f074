// As components/shell/sample.ts: @typescript-eslint/no-restricted-imports
import { signIn } from 'next-auth/react';

export const enter = signIn;
