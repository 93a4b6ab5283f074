import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/db/client';
import type { User } from '@/lib/generated/prisma/client';

/** The claims used (OpenID Connect Core 1.0, 5.1). `email_verified` absent means not verified. */
const profileSchema = z.object({
  email: z.email().transform((email) => email.toLowerCase()),
  email_verified: z.boolean().catch(false).default(false),
  name: z.string().max(200).nullish().catch(null),
});
type Profile = z.infer<typeof profileSchema>;

/**
 * The user id of a person whom the OIDC provider vouches for: found by subject, then by verified e-mail, else created
 * as viewer. Null when the person is disabled, or the e-mail belongs to an account that the provider does not prove.
 */
export async function signInWithOidc(identity: { subject: string; profile: unknown }): Promise<string | null> {
  if (identity.subject === '') return null;
  const user = await findOrCreate(identity.subject, identity.profile);
  if (!user || user.disabledAt) return null;
  await db().user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() } });
  return user.id;
}

async function findOrCreate(oidcSubject: string, claims: unknown): Promise<User | null> {
  const known = await db().user.findUnique({ where: { oidcSubject } });
  if (known) return known;
  const profile = profileSchema.safeParse(claims);
  if (!profile.success) return null;
  const sameEmail = await db().user.findUnique({ where: { email: profile.data.email } });
  if (sameEmail) return link(sameEmail, oidcSubject, profile.data);
  const { email, name } = profile.data;
  return db().user.create({ data: { email, name: name ?? null, oidcSubject, role: 'viewer' } });
}

/** An account that is linked already, or an e-mail that anybody could have typed, is not taken over. */
async function link(user: User, oidcSubject: string, profile: Profile): Promise<User | null> {
  if (!profile.email_verified || user.oidcSubject !== null) return null;
  return db().user.update({ where: { id: user.id }, data: { oidcSubject } });
}
