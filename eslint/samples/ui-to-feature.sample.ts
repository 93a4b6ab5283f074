// As components/ui/sample.ts: import/no-restricted-paths
import { SignOutButton } from '@/components/sign-in/sign-out-button';

export const button = SignOutButton;
