import type { RuleExamples } from '../testing/rule-examples';

export const examples: RuleExamples = {
  takes: ['snmp-server community\n{{word}} RO', '  password:\n    {{word}}', 'username netops password 7\n{{type7}}'],
  leaves: ['Password:\n\nfra-sw-12#', "password:\n  description: the device's"],
};
