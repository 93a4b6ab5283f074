import type { RuleExamples } from '../testing/rule-examples';

export const examples: RuleExamples = {
  takes: [
    'aaa-server TAC (inside) host 192.0.2.1 {{word}}',
    'config mgmtuser password admin {{word}}',
    'crypto pki import TP pkcs12 tftp: {{word}}',
    'api token is {{token}}',
  ],
  leaves: ['crypto pki import TP pkcs12 tftp: passphrase', 'the key is not valid'],
};
