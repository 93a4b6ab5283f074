import type { RuleExamples } from '../testing/rule-examples';

export const examples: RuleExamples = {
  takes: [
    '%22password%22%3A%22{{percent}}%22',
    '&quot;password&quot;: &quot;{{word}}&quot;',
    'password%3D{{percent}}%26page%3D2',
  ],
  leaves: ['password%3D%26page', '%22key%22 of the list'],
};
