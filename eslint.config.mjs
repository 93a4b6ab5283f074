import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';
import { defineConfig, globalIgnores } from 'eslint/config';
import { houseStyle } from './eslint/style.mjs';
import { importZones } from './eslint/zones.mjs';

export default defineConfig([
  globalIgnores([
    '.next/**',
    'next-env.d.ts',
    'next.config.js',
    'lib/generated/**',
    'playwright-report/**',
    'test-results/**',
    'data/**',
    'eslint/samples/**',
  ]),
  // A rule that can be switched off in passing is no rule.
  { linterOptions: { noInlineConfig: true } },
  ...nextVitals,
  ...nextTs,
  ...houseStyle,
  ...importZones,
]);
