import type { RuleExamples } from '../testing/rule-examples';

export const vendorsExamples: RuleExamples = {
  takes: [
    'isis circuit 1 authentication md5 {{word}}',
    'neighbor 192.0.2.1 authentication md5 {{word}}',
    ' standby 1 authentication text {{word}}',
    ' hsrp authentication mode hmac-sha-256 7 {{type7}}',
    'snmp-agent community read cipher {{huawei}}',
    ' security wpa psk set-key ascii 0 {{word}}',
  ],
  leaves: [
    'isis authentication mode md5',
    'neighbor 192.0.2.1 authentication md5',
    ' authentication mode md5',
    'psk mode',
    'local-user netops service-type ssh',
  ],
};
