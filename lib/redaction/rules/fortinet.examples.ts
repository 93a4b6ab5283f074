import type { RuleExamples } from '../testing/rule-examples';

export const fortinetExamples: RuleExamples = {
  takes: ['set password ENC {{base64}}', 'config system snmp community\n    edit 1\n        set name "{{word}}"'],
  leaves: ['config firewall address\n    edit 1\n        set name "branch"', 'set comment ENC'],
};
