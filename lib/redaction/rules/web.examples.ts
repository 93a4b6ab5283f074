import type { RuleExamples } from '../testing/rule-examples';

export const webExamples: RuleExamples = {
  takes: [
    'Authorization: Bearer {{token}}',
    'Authorization: Basic {{basic}}',
    'Cookie: a={{token}}',
    'postgres://raven:{{word}}@db1:5432/raven',
    'GET /console;jsessionid={{hex40}} 200',
    'raven:{p}@tcp(db:3306)/raven',
    '-b "session={a32}"',
  ],
  leaves: [
    'sessionid=27409697 srcip=10.1.1.1',
    'token_type=bearer expires_in=1800',
    'WWW-Authenticate: Bearer realm="api"',
    'Basic settings saved',
    'https://192.0.2.1:8443/login',
  ],
};
