import 'server-only';
import { z } from 'zod';
import { getOutgoingJson, isOutgoingUrl } from '@/lib/http/outgoing';

/**
 * A browser is sent to one of them and our secret to another, so `javascript:` and clear-text addresses are refused.
 */
const endpoint = z.string().refine(isOutgoingUrl, 'must be an https address');

/** OpenID Connect Discovery 1.0, 3; what sign-in uses of it. */
const documentSchema = z.object({
  issuer: endpoint,
  authorization_endpoint: endpoint,
  token_endpoint: endpoint,
  jwks_uri: endpoint,
  userinfo_endpoint: endpoint.optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).optional(),
});

export type OidcDocument = z.output<typeof documentSchema>;

/** The provider's description of itself. Throws when it cannot be read within the limits or has a bad address. */
export async function discoverOidc(issuer: string): Promise<OidcDocument> {
  const document = await getOutgoingJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  return documentSchema.parse(document);
}
