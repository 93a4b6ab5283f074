import type { RuleExamples } from '../testing/rule-examples';

export const vendorsExamples: RuleExamples = {
  takes: [
    ' standby 1 authentication text {{word}}',
    ' hsrp authentication mode hmac-sha-256 7 {{type7}}',
    'snmp-agent community read cipher {{huawei}}',
    ' security wpa psk set-key ascii 0 {{word}}',
  ],
  leaves: [' authentication mode md5', 'psk mode', 'local-user netops service-type ssh'],
};
