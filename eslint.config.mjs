import nextVitals from 'eslint-config-next/core-web-vitals';
import nextTs from 'eslint-config-next/typescript';
import { defineConfig, globalIgnores } from 'eslint/config';
import { houseStyle } from './eslint/style.mjs';
import { importZones } from './eslint/zones.mjs';

/** Where nothing is drawn, rules of React find nothing, and take a third of the time. */
const withoutReact = {
  name: 'no React here',
  files: ['{bench,e2e,eslint,faults,lib,scripts,simulator}/**'],
  rules: Object.fromEntries(
    nextVitals
      .flatMap(({ rules }) => Object.keys(rules ?? {}))
      .filter((rule) => /^(react|react-hooks|jsx-a11y|@next\/next)\//.test(rule))
      .map((rule) => [rule, 'off']),
  ),
};

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
  withoutReact,
  ...houseStyle,
  ...importZones,
]);
