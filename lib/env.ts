import path from 'node:path';
import { z } from 'zod';

/** An unset and an empty variable mean the same: the default. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());
const seconds = (fallback: number) =>
  optional(z.coerce.number().int().min(1).max(31_536_000)).transform((value) => value ?? fallback);
const secret = optional(z.string().min(32, 'needs at least 32 characters'));
const postgresUrl = optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://'));

const envSchema = z
  .object({
    PORT: optional(z.coerce.number().int().min(1).max(65_535)).transform((port) => port ?? 3000),
    DATA_DIR: optional(z.string()).transform((dir) =>
      path.resolve(/* turbopackIgnore: true */ process.cwd(), dir ?? 'data'),
    ),
    DATABASE_URL: postgresUrl,
    /** The role that may change tables; without it, the role of DATABASE_URL does that, too. */
    DATABASE_MIGRATION_URL: postgresUrl,
    /** Database tests only: a server to use instead of an embedded one; its role must be allowed to create databases. */
    TEST_DATABASE_URL: postgresUrl,
    ADMIN_EMAIL: optional(z.email('must be an e-mail address')).transform((email) =>
      (email ?? 'admin@netraven.local').toLowerCase(),
    ),
    ADMIN_PASSWORD: optional(z.string().min(8, 'needs at least 8 characters')),
    INGEST_TOKEN: secret,
    READ_TOKEN: secret,
    NEXTAUTH_URL: optional(z.url('must be a URL such as https://logs.example.net')),
    NEXTAUTH_SECRET: secret,
    OIDC_ISSUER: optional(z.url('must be a URL')),
    OIDC_CLIENT_ID: optional(z.string()),
    OIDC_CLIENT_SECRET: optional(z.string()),
    OIDC_NAME: optional(z.string()).transform((name) => name ?? 'Single sign-on'),
    /** Silence after which the next line of a job without a run id opens a new run. */
    JOB_IDLE_SECONDS: seconds(300),
    /** Silence after which an open run with its own id counts as stale. */
    RUN_STALE_SECONDS: seconds(3600),
    /** Connections to PostgreSQL of this process. */
    DATABASE_POOL_SIZE: optional(z.coerce.number().int().min(3).max(200)).transform((size) => size ?? 12),
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    message: 'OIDC_ISSUER also needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET',
  })
  .refine((env) => !env.DATABASE_MIGRATION_URL || env.DATABASE_URL, {
    path: ['DATABASE_MIGRATION_URL'],
    message: 'needs DATABASE_URL, too: the same database by the role of the application',
  })
  .refine((env) => !env.OIDC_ISSUER || env.NEXTAUTH_URL, {
    path: ['NEXTAUTH_URL'],
    message: 'OIDC_ISSUER needs it too: the address that the provider sends people back to',
  })
  .refine((env) => !env.INGEST_TOKEN || env.INGEST_TOKEN !== env.READ_TOKEN, {
    path: ['READ_TOKEN'],
    message: 'must differ from INGEST_TOKEN',
  });

export type Env = z.infer<typeof envSchema>;

/** Parses every setting at once; throws one line that names each wrong one. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const result = envSchema.safeParse(source);
  if (result.success) return result.data;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`Wrong setting: ${wrong.join('; ')}`);
}

let parsed: Env | undefined;

/** The process's settings, parsed at the first call: `next build` evaluates modules without any of them. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}

/**
 * next-auth reads the environment itself, so boot sets missing variables before the first request. Without a
 * NEXTAUTH_URL it believes the request's host name, which a server that is reached under several names needs.
 */
export function completeAuthEnv(secret: string): void {
  process.env.NEXTAUTH_SECRET = secret;
  if (!env().NEXTAUTH_URL) {
    process.env.NEXTAUTH_URL = `http://localhost:${env().PORT}`;
    process.env.AUTH_TRUST_HOST ??= '1';
  }
  parsed = undefined;
}
