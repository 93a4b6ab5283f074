import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDERS = ['lib', 'components'];
const GENERATED = /^lib\/generated\//;
const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|type|class|interface) (?<name>[\w$]+)/gm;

const namesOf = (text) => [...new Set([...text.matchAll(EXPORT)].map((match) => match.groups.name))];
const isChecked = (file) => FOLDERS.includes(file.split('/')[0]) && !GENERATED.test(file);
const fromRoot = (file) => path.relative(ROOT, file).split(path.sep).join('/');

let filesOfName;

/** By name, the files that export it. Every file is read once for the whole lint, in some 0.1 s. */
function readExports() {
  const found = new Map();
  for (const folder of FOLDERS) {
    for (const entry of readdirSync(path.join(ROOT, folder), { recursive: true })) {
      const file = `${folder}/${entry.split(path.sep).join('/')}`;
      if (!/\.tsx?$/.test(file) || !isChecked(file)) continue;
      for (const name of namesOf(readFileSync(path.join(ROOT, file), 'utf8'))) {
        found.set(name, [...(found.get(name) ?? []), file]);
      }
    }
  }
  return found;
}

/** Two meanings of one name force aliases on whoever needs both. A constant and its type in one file are one name. */
export const exportedOnce = {
  meta: { type: 'problem', schema: [], messages: { twice: '{{ name }} is exported by {{ other }} too' } },
  create: (context) => ({
    Program(node) {
      const own = fromRoot(context.filename);
      if (!isChecked(own)) return;
      filesOfName ??= readExports();
      for (const name of namesOf(context.sourceCode.text)) {
        const other = filesOfName.get(name)?.find((file) => file !== own);
        if (other) context.report({ node, messageId: 'twice', data: { name, other } });
      }
    },
  }),
};
