import type { RuleExamples } from '../testing/rule-examples';

export const changesExamples: RuleExamples = {
  takes: [
    "j'ai mis {{word}} comme mot de passe",
    'Password           [{{word}}]',
    String.raw`tn.write(b"{{word}}")  # password`,
    "sent '{p}' after Password:",
    'please log in with {{word}} as password',
    "write_channel: b'{{word}}' after Password:",
    'default password ({p}) still in use on fra-sw-12',
  ],
  leaves: [
    'Password [unchanged]',
    'envoyé par courriel comme mot de passe',
    'password changed from weak to strong',
    'auth method changed from password to publickey',
    "sent 'show version' after the password prompt",
  ],
};
