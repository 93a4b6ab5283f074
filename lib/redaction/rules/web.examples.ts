import type { RuleExamples } from '../testing/rule-examples';

export const examples: RuleExamples = {
  takes: [
    'Authorization: Bearer {{token}}',
    'Authorization: Basic {{basic}}',
    'Cookie: a={{token}}',
    'postgres://raven:{{word}}@db1:5432/raven',
    'GET /console;jsessionid={{hex40}} 200',
  ],
  leaves: ['WWW-Authenticate: Bearer realm="api"', 'Basic settings saved', 'https://192.0.2.1:8443/login'],
};
