/** What stands beside a file of rules, as `name.examples.ts`. */
export type RuleExamples = {
  /** Templates (see `fillTemplate`): exactly what is filled in has to be taken, nothing else. */
  takes: readonly string[];
  /** Texts that look alike and stay to the letter. */
  leaves: readonly string[];
};
