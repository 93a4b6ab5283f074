import type { RuleExamples } from '../testing/rule-examples';

export const configurationExamples: RuleExamples = {
  takes: [
    'cable authstring {w10} encrypt',
    '        set auth-password-l2 {p}',
    'admLoginAdminPassword "{p}"',
    'set community-name = {c}',
    'enable secret {w10}',
    '    user-password-encrypted {MF5}',
    ' ap-console-password {h40}',
  ],
  leaves: [
    'Passwort deaktiviert',
    'Passwort wiederholen: ',
    'cable authstring',
    'service password-encryption',
    'aaa password restriction',
    'the client-secret expires soon',
    'ssh host-key rsa-2048',
    'password = settings.device_password',
  ],
};
