import type { RuleExamples } from '../testing/rule-examples';

export const positionalExamples: RuleExamples = {
  takes: [
    'ip rip authentication string {p}',
    'configure ldap bind-user ops encrypted "{{word}}"',
    'aaa-server TAC (inside) host 192.0.2.1 {{word}}',
    'config mgmtuser password admin {{word}}',
    'crypto pki import TP pkcs12 tftp: {{word}}',
    'api token is {{token}}',
    '  Authentication text, string "{p}"',
    ' set session-key inbound ah 300 {h32}',
    'ntp server 192.0.2.5 key 3 {p}',
    'mobility-manager 192.0.2.44 user mm {h40}',
  ],
  leaves: [
    'ip rip authentication string',
    'stored encrypted "at rest"',
    'crypto pki import TP pkcs12 tftp: passphrase',
    'the key is not valid',
  ],
};
