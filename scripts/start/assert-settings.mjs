import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fail } from './fail.mjs';

/**
 * Names a wrong setting before a build of a minute: runs lib/env.ts, the one file that knows the settings, compiled in
 * memory. Without a build to wait for, the server itself says the same at once.
 */
export async function assertSettings(root) {
  const { default: typescript } = await import('typescript');
  const file = path.join(root, 'lib/env.ts');
  const { outputText } = typescript.transpileModule(readFileSync(file, 'utf8'), {
    compilerOptions: {
      module: typescript.ModuleKind.CommonJS,
      target: typescript.ScriptTarget.ES2022,
      esModuleInterop: true,
    },
  });
  const exports = {};
  new Function('require', 'exports', outputText)(createRequire(file), exports);
  try {
    exports.env();
  } catch (error) {
    fail(error.message);
  }
}
