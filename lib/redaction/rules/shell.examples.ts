import type { RuleExamples } from '../testing/rule-examples';

export const shellExamples: RuleExamples = {
  takes: [
    'sshpass -p {{word}} ssh netops@192.0.2.1',
    'curl -u netops:{{word}} https://192.0.2.1/',
    "tool --api-key '{{token}}' run",
    'echo "netops:{{word}}" | chpasswd',
  ],
  leaves: [
    'Passe --password ou ADMIN_PASSWORD.',
    '  -p, --password PALAVRA-PASSE  palavra-passe encriptada para a nova conta',
    '  -r, --remove-password        supprimer le mot de passe de GROUP',
    'ssh -p 22 netops@192.0.2.1',
    'curl -sk https://192.0.2.1/',
    'option --secret is deprecated',
    'echo done | tee log',
  ],
};
