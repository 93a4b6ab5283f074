/** @type {import('next').NextConfig} */
module.exports = {
  poweredByHeader: false,
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
