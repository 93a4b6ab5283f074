import type { RuleExamples } from '../testing/rule-examples';

export const assignmentsExamples: RuleExamples = {
  takes: [
    'val password: String = "{p}"',
    '$apiToken .= "{p}"',
    'if (password !== "{p}") {',
    'Auth { user: "netops", secret: Some("{p}") }',
    'ParameterKey=db_password,ParameterValue={p}',
    'MYSQLPASS: {p}',
    'X3_PSWD={p}',
    'password={{word}}',
    'DB_PASSWORD={{symbols}}',
    '{"enable_secret" : "{{symbols}}"}',
    "[('username', 'netops'), ('password', '{{word}}')]",
    'password for user netops: {{word}}',
    'Pre-Shared Key : {{token}}',
    '{"name":"DB_PASSWORD","value":"{{word}}"}',
    'Shared Secret.................................... {p}',
  ],
  leaves: [
    'passwd: wachtwoord is niet veranderd',
    'bypass: 4711abc',
    'Change Token: 0x0000001D',
    "password = os.environ['DEVICE_PASSWORD']",
    'pass: 12 fail: 0',
    'community: 65000:100',
    'password: ********',
    'key: /etc/ssl/gw.key',
  ],
};
