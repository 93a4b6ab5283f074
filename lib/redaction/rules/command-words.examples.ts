import type { RuleExamples } from '../testing/rule-examples';

export const commandWordsExamples: RuleExamples = {
  takes: [
    'system password admin {{word}}',
    'ip msdp password 192.0.2.9 7 {7}',
    'wireless passphrase wpa2 {p}',
    'enable secret 9 {{scrypt9}}',
    'username netops password 7 {{type7}}',
    'new password for netops set to {{word}}',
    'set system tacplus-server 192.0.2.1 secret "{{junos9}}"',
  ],
  leaves: [
    'Password (optional)',
    'Password attuale: ',
    'password root is locked',
    'enable secret is configured, skipping',
    'service password-encryption',
    'password expired for netops',
  ],
};
