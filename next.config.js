/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
  // A trailing slash is answered, not redirected: senders lose the method or the body on the way (lib/edges/door.ts).
  skipTrailingSlashRedirect: true,
  agentRules: false,
  images: { unoptimized: true },
  // `npm test` checks types with the strict settings; checking again in every first start costs the user time.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: __dirname,
  outputFileTracingExcludes: { '/*': ['data/**/*', 'e2e/**/*', 'bench/**/*', 'playwright-report/**/*'] },
  experimental: { preloadEntriesOnStart: false },
  turbopack: { root: __dirname },
  serverExternalPackages: ['pg', 'graphile-worker', '@node-rs/argon2'],
};
