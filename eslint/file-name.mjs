import path from 'node:path';

const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
/** Names that say nothing about what is inside, and barrels, which make cycles. */
const EMPTY_WORDS = /^index\.|(^|-)(utils?|helpers?|common|manager|misc)(\.|-|$)/;

/** A file is named after its one concept, in kebab-case; so are its folders, but for the words. */
export const fileName = {
  meta: { type: 'problem', schema: [], messages: { name: '{{ name }}: {{ problem }}' } },
  create: (context) => ({
    Program(node) {
      const name = path.basename(context.filename);
      const folder = path.basename(path.dirname(context.filename));
      const report = (problem) => context.report({ node, messageId: 'name', data: { name, problem } });
      if (!KEBAB_CASE.test(name)) report('name files in kebab-case');
      if (EMPTY_WORDS.test(name) || EMPTY_WORDS.test(folder)) report('name files after their one concept');
    },
  }),
};
