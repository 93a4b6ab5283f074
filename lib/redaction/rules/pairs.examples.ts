import type { RuleExamples } from '../testing/rule-examples';

export const examples: RuleExamples = {
  takes: [
    "requests.get(url, auth=('netops', '{{word}}'))",
    "CommunityData('{{word}}', mpModel=1)",
    'credentials: netops / {{word}}',
    'login with netops:{{word}} failed',
  ],
  leaves: ['credentials: netops / default', 'using creds of netops/fra'],
};
