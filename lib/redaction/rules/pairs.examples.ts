import type { RuleExamples } from '../testing/rule-examples';

export const pairsExamples: RuleExamples = {
  takes: [
    'connexion avec ops:{{symbols}}',
    'identifiants : ops / {p}',
    '{"auth":["ops","{{word}}"]}',
    "paramiko.connect('192.0.2.9', 22, 'ops', '{{word}}')",
    "session.auth = ('ops', '{{word}}')",
    "requests.get(url, auth=('netops', '{{word}}'))",
    "CommunityData('{{word}}', mpModel=1)",
    'credentials: netops / {{word}}',
    'login with netops:{{word}} failed',
    'Authentication failed for ops:{p}',
    'creds: jan {p}',
  ],
  leaves: [
    "connect('192.0.2.9', 22, timeout=10)",
    '{"auth":["ops","fra-sw-12"]}',
    '{"auth":["tacacs","local"]}',
    'identifiants de jean',
    'login from 192.0.2.5:50022',
    'credentials: netops / default',
    'using creds of netops/fra',
  ],
};
