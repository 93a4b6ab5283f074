import type { RuleExamples } from '../testing/rule-examples';

export const configurationExamples: RuleExamples = {
  takes: [
    '        set auth-password-l2 {p}',
    'admLoginAdminPassword "{p}"',
    'set community-name = {c}',
    'enable secret {w10}',
    '    user-password-encrypted {MF5}',
    ' ap-console-password {h40}',
  ],
  leaves: [
    'service password-encryption',
    'aaa password restriction',
    'the client-secret expires soon',
    'ssh host-key rsa-2048',
    'password = settings.device_password',
  ],
};
