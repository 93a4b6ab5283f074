import type { RuleExamples } from '../testing/rule-examples';

export const xmlExamples: RuleExamples = {
  takes: [
    '<password>{{entity}}</password>',
    '<add key="password" value="{{word}}"/>',
    '<community>\n  <name>{{word}}</name>\n  <authorization>read-only</authorization>',
    '<password><![CDATA[{p}]]></password>',
  ],
  leaves: [
    '<key>interfaces/interface</key>',
    '<password/>',
    '<community><name>CUST</name><members>65000:1</members></community>',
  ],
};
