import type { RuleExamples } from '../testing/rule-examples';

export const pairsExamples: RuleExamples = {
  takes: [
    "requests.get(url, auth=('netops', '{{word}}'))",
    "CommunityData('{{word}}', mpModel=1)",
    'credentials: netops / {{word}}',
    'login with netops:{{word}} failed',
    'Authentication failed for ops:{p}',
    'creds: jan {p}',
  ],
  leaves: ['login from 192.0.2.5:50022', 'credentials: netops / default', 'using creds of netops/fra'],
};
