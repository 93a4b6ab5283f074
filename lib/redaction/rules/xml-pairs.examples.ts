import type { RuleExamples } from '../testing/rule-examples';

export const xmlPairsExamples: RuleExamples = {
  takes: [
    '<key>password</key><string>{{word}}</string>',
    '<name>db_password</name>\n  <value>{{symbols}}</value>',
    '&lt;key&gt;api_token&lt;/key&gt;&lt;string&gt;{{token}}&lt;/string&gt;',
    '<prompt>Password:</prompt><answer>{{word}}</answer>',
  ],
  leaves: [
    '<key>passwords checked</key><integer>12</integer>',
    '<name>token_type</name><value>bearer</value>',
    '<name>password</name><type>string</type>',
    '<key>password</key><string></string>',
  ],
};
