import type { RuleExamples } from '../testing/rule-examples';

export const bareNamesExamples: RuleExamples = {
  takes: [
    'GET https://fw1/api/?type=op&key={{token}}',
    'key = "{{word}}"',
    '  login = cleartext "{{word}}"',
    '{"auth":"{{base64}}"}',
  ],
  leaves: ['sort key=name', 'https://x.example.net/?code=abc', 'login = none'],
};
