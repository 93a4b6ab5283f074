import type { RuleExamples } from '../testing/rule-examples';

export const netSnmpExamples: RuleExamples = {
  takes: [
    'rocommunity {{word}} 10.0.0.0/8',
    'com2sec readonly default {{word}}',
    'createUser netmon SHA "{{word}}" AES {{word}}',
    'snmpget -v3 -u nm -A {{word}} -X {{word}} 192.0.2.1',
  ],
  leaves: ['createUser without a passphrase', 'trapsink'],
};
