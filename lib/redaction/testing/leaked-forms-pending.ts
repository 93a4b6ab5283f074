/**
 * Templates whose secret still passes, by group. A form that a rule learns has to be taken out here; the test fails
 * when one of these is found as well as when any other is not. Empty in the end.
 */
export const PENDING_FORMS: Readonly<Record<string, readonly string[]>> = {
  manual: ["option key '{p}'"],
  oxidized: ['\t\t\t<prv>{b64}</prv>'],
  showout: [
    'Shared Secret.................................... {p}',
    'Community name: {c}',
    '  dec: spi=c3f1a2b4 esp=aes key=16 {h32}\n       ah=sha1 key=20 {h40}',
    '  Authentication text, string "{p}"',
    '  Authentication text, string "{p}"',
  ],
  http: ['-b "session={t32}"'],
  natural: ['default password ({p}) still in use on fra-sw-12'],
  tool: [
    'raven:{p}@tcp(db:3306)/raven',
    'git clone https://{t40}@github.com/o/r.git',
    '$krb5tgs$23$*jan$DOM$x*${h32}${h146}',
    '<password><![CDATA[{p}]]></password>',
  ],
};
