import type { RuleExamples } from '../testing/rule-examples';

export const urlPartsExamples: RuleExamples = {
  takes: [
    'GET /level/15/exec/-/enable/secret/{{word}}/CR HTTP/1.1',
    'POST /level/15/configure/-/username/ops/password/{{word}}/CR',
    'http://192.0.2.9/set?name=wpa_psk&value={{word}}',
    '/passwd.cgi?action=set-password&new={{word}}',
    'polling snmp://{c}@192.0.2.9/1.3.6.1',
    'https://192.0.2.9/cmd?c=enable%20password%20{{word}}',
    '?script=username%20ops%20password%20{{word}}',
  ],
  leaves: [
    'GET /docs/password/reset HTTP/1.1',
    'GET /level/15/exec/-/show/password/policy/CR',
    'http://192.0.2.9/set?name=hostname&value=fra-sw-12',
    '?action=set-mode&new=auto',
    'polling snmp://192.0.2.9/1.3.6.1',
    'https://docs.example.net/secret/rotation/how-to',
  ],
};
