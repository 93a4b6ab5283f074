import type { RuleExamples } from '../testing/rule-examples';

export const shapesExamples: RuleExamples = {
  takes: ['hash {{sha512}}', 'got {{jwt}} for netops', 'key {{panos}} stored'],
  leaves: ["$9$ is Junos' own", 'eyJ alone', '-AQ== only'],
};
