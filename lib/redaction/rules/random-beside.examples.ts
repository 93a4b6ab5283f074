import type { RuleExamples } from '../testing/rule-examples';

export const randomBesideExamples: RuleExamples = {
  takes: [
    'curl -H "X-Mailer-Auth: {a32}" https://192.0.2.5/v1',
    'project_key: {a24}',
    'ALGOLIA_ADMIN_KEY: {{token}}',
    'okta call failed for {{token}}',
    'MJ_APIKEY_PRIVATE={{hex32}}',
    'Unseal Key 1: {{base64}}',
    'HEROKU_VALUE {{uuid}}',
    'segment write-key "{{token}}"',
  ],
  leaves: [
    'curl -H "X-Request-Id: 7f9C8d6B5x2K4j" https://192.0.2.5/v1',
    'cache_key: 7f9C8d6B5x2K4j',
    'key: GigabitEthernet1/0/1',
    'primary key=Vlan100',
    'datadog agent sent 4211 points, checksum 9f86d081884c7d659a2feaa0c55ad015',
    'cache_key: 9f86d081884c7d659a2feaa0c55ad015',
    'jenkins build 3f2504e0-4f89-41d3-9a0c-0305e82c3301 done',
    'key: AAAAB3NzaC1yc2EAAAADAQABAAABgQC7',
    'key_id = 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'Distributed key identifier: dec1a8dchanged5a94eac3:46',
  ],
};
