import 'server-only';
import { env } from '@/lib/env';

/** What the OIDC button says; null when no provider is configured. */
export const oidcName = (): string | null => (env().OIDC_ISSUER ? env().OIDC_NAME : null);
