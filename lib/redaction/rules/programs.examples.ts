import type { RuleExamples } from '../testing/rule-examples';

export const programsExamples: RuleExamples = {
  takes: [
    '7z x -p{p} x.7z',
    'unzip -P {p} x.zip',
    'net user jan {p} /add',
    'keytool -list -storepass {p} -keystore k.jks',
    '*:5432:*:raven:{p}',
    'htpasswd -b -c .htpasswd jan {p}',
    'gnmic -u jan -p {p} get',
    'nsupdate -y hmac-sha256:k1:{b44}',
  ],
  leaves: [
    'set a password with usermod -p to unlock this account',
    'ssh -l jan -p 2222 fra-sw-12',
    'mkdir -p /var/lib/raven',
    'docker run -u 1000 -p 8080:80 raven',
    'zip -r a.zip cfg',
    'net user',
    'db.example.net:5432 refused',
  ],
};
