import type { RuleExamples } from '../testing/rule-examples';

export const notationsExamples: RuleExamples = {
  takes: [
    '[{user,"netops"},{password,"{p}"}]',
    '((user "netops") (enable_secret "{p}"))',
    '{:user "netops", :api-key "{p}"}',
    'a:2:{s:4:"user";s:6:"netops";s:8:"password";s:12:"{p}";}',
    "INSERT INTO users (name, password, role) VALUES ('netops', '{p}', 'admin')",
    'Content-Disposition: form-data; name="password"\r\n\r\n{p}\r\n--b',
    'CEF:0|x|y|1|1|login|3|suser=netops cs1Label=password cs1={p}',
    '4711,"{""user"": ""netops"", ""password"": ""{p}""}",ok',
    'GET /x?body=auth.password%20%3D%20%22{p}%22 200',
  ],
  leaves: [
    '{password,"required"}',
    'INSERT INTO users (name, password) VALUES (?, ?)',
    "INSERT INTO runs (name, token_count) VALUES ('nightly', 4711)",
    'a:1:{s:8:"password";s:4:"none";}',
    '4711,"the ""password"" column is ""missing""",ok',
  ],
};
