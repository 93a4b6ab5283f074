import type { RuleExamples } from '../testing/rule-examples';

export const sentencesExamples: RuleExamples = {
  takes: [
    "Raw password value for selected credential 'ops' (ID: 4): '{p}'",
    'The shared secret configured for RADIUS server 192.0.2.61 is: {p}',
    'Password (from vault, entry 7) = {p}',
    'PIN is {d6}',
    'Kennwort: {p}',
    'la contraseña de jan es {p}',
    'le mot de passe est {p}',
    "Trying password authentication with '{p}'",
  ],
  leaves: [
    'password for fra-sw-12: expired',
    'password prompt from device: fra-sw-12',
    'secret for client raven is mounted',
    'token for run 4711: refresh failed',
    'das Kennwort ist abgelaufen',
    'password set for user: netops',
  ],
};
