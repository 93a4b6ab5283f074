import type { RuleExamples } from '../testing/rule-examples';

export const quotedFieldsExamples: RuleExamples = {
  takes: [
    '{"user":"ops","enc_password":{"alg":"plain","text":"{{word}}"}}',
    '{"login":{"user":"ops","pw":"{{word}}"}}',
    '{"otp": {{number}}}',
    '{"user_pin":"{{number}}","host":"fra-sw-12"}',
    '{"prompt":"Password:","answer":"{{word}}"}',
    '{"key": "db_password",\n "val": "{{word}}"}',
    '{"option": "--password", "argument": "{{symbols}}"}',
    "['ssh', '--password', '{{word}}', 'fra-sw-12']",
    '["Password: ","{{word}}"]',
    String.raw`{\"answer\":\"{{word}}\"}`,
    '{"kennwort":"{{word}}"}',
    '{"contraseña":"{{word}}"}',
    'login with otp={{number}} failed',
  ],
  leaves: [
    '{"password":{"min_length":12,"policy":"strong"}}',
    '{"prompt":"Password:","answered":true}',
    '["password","keyboard-interactive"]',
    '{"key":"token_type","value":"bearer"}',
    '{"field":"password","old":"unset","new":"changed"}',
    '{"auth":"tacacs","answer":42,"pin":17,"credential":"ops"}',
    'exit code=1337 after 12 s',
    "['ssh', '-p', '22', 'fra-sw-12']",
  ],
};
