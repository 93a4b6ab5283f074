import type { RuleExamples } from '../testing/rule-examples';

export const protocolsExamples: RuleExamples = {
  takes: [
    '> USER netops PASS {{word}}',
    'AUTH PLAIN {{basic}}',
    'ipv6 ospf authentication ipsec spi 500 md5 {{hex32}}',
    '  ~ password = "{{word}}" -> "{{word}}"',
    "CREATE USER 'bk'@'%' IDENTIFIED BY '{{word}}';",
  ],
  leaves: ['AUTH PLAIN LOGIN supported', 'S: 331 Please specify the password.'],
};
