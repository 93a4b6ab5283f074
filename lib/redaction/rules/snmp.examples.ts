import type { RuleExamples } from '../testing/rule-examples';

export const snmpExamples: RuleExamples = {
  takes: [
    'snmp community add {c} rw',
    'configure snmp community readonly {c}',
    'snmp trapreceiver add {c} 192.0.2.77',
    '{"snmp_communities":[{"name":"{c}","access":"ro"}]}',
    'snmp-server community {{word}} RO 99',
    'snmp-server host 192.0.2.1 version 2c {{word}}',
    'snmp-server user u g v3 auth sha {{word}} priv aes 128 {{word}}',
    'using community string {{word}} for 192.0.2.1',
    'snmp-server community ro 192.0.2.77 {c}',
    'config snmp community accessmode rw {c}',
    ' community {c}',
  ],
  leaves: [
    'snmp community add failed: exists',
    'configure snmp add trapreceiver 192.0.2.77 port 162',
    '{"communities":[{"name":"65000:100"}]}',
    'snmp-server host 192.0.2.77 use-vrf management',
    'the community edition is installed',
    'set community 65000:100 additive',
    'snmp-server host 192.0.2.1 version 3 priv netops',
    'no snmp-server community',
  ],
};
