import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { env } from '@/lib/env';

type Provider = NextAuthOptions['providers'][number];
type OidcProfile = { sub: string; name?: string; email?: string };

/** The OIDC provider of the environment, or none. Its redirect address is NEXTAUTH_URL/api/auth/callback/oidc. */
export function oidcProvider(): Provider[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  return [
    {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      authorization: { params: { scope: 'openid email profile' } },
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile: OidcProfile) => ({ id: profile.sub, name: profile.name, email: profile.email }),
    },
  ];
}
