import type { RuleExamples } from '../testing/rule-examples';

export const bareNamesExamples: RuleExamples = {
  takes: [
    '{"cmds":[{"cmd":"enable","input":"{{word}}"}]}',
    '{"radius":[{"host":"192.0.2.9","key":"{{word}}"}]}',
    'GET https://fw1/api/?type=op&key={{token}}',
    'key = "{{word}}"',
    '  login = cleartext "{{word}}"',
    '{"auth":"{{base64}}"}',
  ],
  leaves: [
    '{"cmd":"show version","input":"text"}',
    '{"radius":[{"host":"192.0.2.9","key":"primary"}]}',
    '{"device":"fra-sw-12","key":"interface1"}',
    'sort key=name',
    'https://x.example.net/?code=abc',
    'login = none',
  ],
};
