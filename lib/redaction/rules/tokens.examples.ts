import type { RuleExamples } from '../testing/rule-examples';

export const tokensExamples: RuleExamples = {
  takes: [
    'retry with {{github}}',
    'git push failed for {{gitlab}}, asking again',
    'charge with {{stripe}}.',
    '{"vault":"{{vault}}"}',
    String.raw`answered\t{{aws}}\n`,
    'mail through {{sendgrid}} and {{npm}}',
  ],
  leaves: [
    'ghp_ is how such a token begins',
    'glpat-xxxxxxxxxxxxxxxxxxxx',
    'task-scheduler and disk-usage-report-2024-10',
    'sk-learn-pipeline-with-many-words',
    'test_connection_to_device_42',
    'image sha256:9f86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad015',
    'checked 4b1d86d081884c7d659a2feaa0c55ad0159f86d081884c7d659a2feaa0c55ad0 of the image',
    'pod api-7c9d8f6b5d-x7k2p started',
  ],
};
