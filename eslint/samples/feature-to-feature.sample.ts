// As components/shell/sample.ts: import/no-restricted-paths
import { SignInForm } from '@/components/sign-in/sign-in-form';

export const form = SignInForm;
