import type { RuleExamples } from '../testing/rule-examples';

export const randomBesideExamples: RuleExamples = {
  takes: [
    'ALGOLIA_ADMIN_KEY: {{token}}',
    'okta call failed for {{token}}',
    'MJ_APIKEY_PRIVATE={{hex32}}',
    'Unseal Key 1: {{base64}}',
    'HEROKU_VALUE {{uuid}}',
    'segment write-key "{{token}}"',
  ],
  leaves: [
    'datadog agent sent 4211 points, checksum 9f86d081884c7d659a2feaa0c55ad015',
    'cache_key: 9f86d081884c7d659a2feaa0c55ad015',
    'jenkins build 3f2504e0-4f89-41d3-9a0c-0305e82c3301 done',
    'key: AAAAB3NzaC1yc2EAAAADAQABAAABgQC7',
    'key_id = 3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    'Distributed key identifier: dec1a8dchanged5a94eac3:46',
  ],
};
