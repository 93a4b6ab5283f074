import type { RuleExamples } from '../testing/rule-examples';

export const changesExamples: RuleExamples = {
  takes: [
    "sent '{p}' after Password:",
    'please log in with {{word}} as password',
    "write_channel: b'{{word}}' after Password:",
    'default password ({p}) still in use on fra-sw-12',
  ],
  leaves: [
    'password changed from weak to strong',
    'auth method changed from password to publickey',
    "sent 'show version' after the password prompt",
  ],
};
