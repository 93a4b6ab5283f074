import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { env } from '@/lib/env';
import { logError } from '@/lib/log-error';
import { outgoingAgent } from '@/lib/http/outgoing';
import { discoverOidc, type OidcDocument } from './discover-oidc';

type Provider = NextAuthOptions['providers'][number];
type OidcProfile = { sub: string; name?: string; email?: string };

/**
 * The OIDC provider of the environment, or none. Its redirect address is NEXTAUTH_URL/api/auth/callback/oidc. Requests
 * that involve the provider first discover its endpoints here: next-auth's own library would read that answer without a
 * limit and use any address in it. Without endpoints, next-auth answers that sign-in failed.
 */
export async function oidcProvider(isUsed: boolean): Promise<Provider[]> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NAME } = env();
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return [];
  const document = isUsed ? await discoverOrLog(OIDC_ISSUER) : null;
  return [
    {
      id: 'oidc',
      name: OIDC_NAME,
      type: 'oauth',
      clientId: OIDC_CLIENT_ID,
      clientSecret: OIDC_CLIENT_SECRET,
      idToken: true,
      checks: ['pkce', 'state', 'nonce'],
      profile: (profile: OidcProfile) => ({ id: profile.sub, name: profile.name, email: profile.email }),
      authorization: { url: document?.authorization_endpoint, params: { scope: 'openid email profile' } },
      ...(document && endpointsOf(document)),
    },
  ];
}

function endpointsOf(document: OidcDocument) {
  // As OpenID Connect Discovery 1.0, 3 has it: without a list the provider takes the first of the two.
  const methods = document.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const isPosted = methods.includes('client_secret_post') && !methods.includes('client_secret_basic');
  return {
    issuer: document.issuer,
    token: { url: document.token_endpoint },
    userinfo: { url: document.userinfo_endpoint },
    jwks_endpoint: document.jwks_uri,
    client: {
      token_endpoint_auth_method: isPosted ? ('client_secret_post' as const) : ('client_secret_basic' as const),
    },
    httpOptions: { agent: outgoingAgent(document.token_endpoint) },
  };
}

async function discoverOrLog(issuer: string): Promise<OidcDocument | null> {
  try {
    return await discoverOidc(issuer);
  } catch (cause) {
    logError(new Error('sign-in: the provider cannot be used', { cause }), 'oidc');
    return null;
  }
}
