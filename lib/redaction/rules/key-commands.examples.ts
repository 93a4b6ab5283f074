import type { RuleExamples } from '../testing/rule-examples';

export const keyCommandsExamples: RuleExamples = {
  takes: [
    'tacacs-server host 192.0.2.1 key 7 {{type7}}',
    ' key-string 7 {{type7}}',
    'ntp authentication-key 1 md5 {{word}} 7',
    'key config-key password-encrypt {{word}}',
  ],
  leaves: ['key chain OSPF-KEYS', ' key 1', 'crypto key generate rsa modulus 4096', 'ntp server 192.0.2.1 key 5'],
};
