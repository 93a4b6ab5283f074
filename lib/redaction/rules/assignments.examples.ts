import type { RuleExamples } from '../testing/rule-examples';

export const assignmentsExamples: RuleExamples = {
  takes: [
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
    'Change Token: 0x0000001D',
    "password = os.environ['DEVICE_PASSWORD']",
    'pass: 12 fail: 0',
    'community: 65000:100',
    'password: ********',
    'key: /etc/ssl/gw.key',
  ],
};
