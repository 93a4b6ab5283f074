// `npm start`: checks, builds when the sources are newer than the last build, then serves. All but the build happens in
// this one process, so that a signal to it ends everything.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertPortFree } from './start/assert-port-free.mjs';
import { build } from './start/build.mjs';
import { assertSettings } from './start/assert-settings.mjs';
import { fail } from './start/fail.mjs';
import { isBuildNeeded } from './start/is-build-needed.mjs';

const MIN_NODE = [20, 19];
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < MIN_NODE[0] || (major === MIN_NODE[0] && minor < MIN_NODE[1])) {
  fail(`Node ${process.versions.node} is too old: install Node ${MIN_NODE.join('.')} or newer`);
}
process.chdir(root);
process.env.NODE_ENV = 'production';
process.env.NEXT_TELEMETRY_DISABLED = '1';

const { loadEnvironment, serve } = await import('./start/serve.mjs').catch((error) => {
  if (error.code === 'ERR_MODULE_NOT_FOUND') fail('The dependencies are not installed: run npm install');
  throw error;
});
loadEnvironment(root);
const needsBuild = isBuildNeeded(root);
const port = Number(process.env.PORT || 3000);
if (needsBuild || !Number.isInteger(port) || port < 1 || port > 65_535) await assertSettings(root);
await assertPortFree(port);
if (needsBuild) await build(root);
await serve(root, port);
