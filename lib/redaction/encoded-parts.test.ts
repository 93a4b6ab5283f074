import { expect, test } from 'vitest';
import { redactText } from './redact-text';
import { viewText } from './text-view';

const SECRET = 'Tr0ub4dorX9';
const basic = btoa(`jan:${SECRET}`);

test.each([
  // As URLs write it, also within another URL.
  `%22password%22%3A%22${SECRET}%22`,
  `password%3D${SECRET}%26page%3D2`,
  `password%3A+${SECRET}`,
  `password%3A%20${SECRET}&x=1`,
  `{%22user%22%3A%22jan%22%2C%22password%22%3A%22${SECRET}%22}`,
  `%257B%2522password%2522%253A%2522${SECRET}%2522%257D`,
  `p%61ssword=${SECRET}`,
  `%70%61%73%73word%3d${SECRET}`,
  `next=%2Flogin%3Fpassword%3D${SECRET}%26a%3D1`,
  `https%3A%2F%2Fjan%3A${SECRET}%40git.example.net%2Fr.git`,
  `Authorization%3A+Bearer+${SECRET}aaaaaaaaaa1`,
  `Authorization%3A%20Basic%20${basic}`,
  `snmp-server%20community%20${SECRET}%20RO`,
  `%3Cpassword%3E${SECRET}%3C%2Fpassword%3E`,
  `%5B%22--password%22%2C%22${SECRET}%22%5D`,
  // As HTML and XML write it.
  `&lt;password&gt;${SECRET}&lt;/password&gt;`,
  `password&#61;${SECRET}`,
  `password&#x3D;${SECRET}`,
  `password&colon;&nbsp;${SECRET}`,
  `&#112;assword=${SECRET}`,
  `&quot;password&quot;: &quot;${SECRET}&quot;`,
  `&amp;quot;password&amp;quot;:&amp;quot;${SECRET}&amp;quot;`,
  `&#39;secret&#39;: &#39;${SECRET}&#39;`,
  `&lt;add key=&quot;password&quot; value=&quot;${SECRET}&quot;/&gt;`,
  // As JSON and Python write it.
  String.raw`password\u003d${SECRET}`,
  String.raw`{\u0022password\u0022:\u0022${SECRET}\u0022}`,
  String.raw`\u003cpassword\u003e${SECRET}\u003c/password\u003e`,
  String.raw`{"p\u0061ssword":"${SECRET}"}`,
  String.raw`{"contrase\u00f1a":"${SECRET}"}`,
  String.raw`{"\u5bc6\u7801": "${SECRET}"}`,
  String.raw`\x70assword\x3d${SECRET}`,
  String.raw`'\x22password\x22:\x22${SECRET}\x22'`,
  String.raw`https:\/\/jan:${SECRET}@git.example.net\/r`,
  `密码：${SECRET}`,
  // Base64 of a user and a password.
  `Authorization: Basic ${basic}`,
])('%s is stored without its secret', (text) => {
  const clean = redactText(text);
  expect(clean).toContain('[REDACTED:');
  expect(clean).not.toContain(SECRET);
  expect(clean).not.toContain(basic);
  expect(redactText(clean)).toBe(clean);
});

test.each([
  '98%25 done, rate 50%3B ok',
  'a &amp; b, x &lt; y',
  'path %2Fetc%2Fhosts',
  'token_type%3Dbearer',
  '%22key%22 of the list',
  String.raw`CORP\Netops copied C:\new\folder`,
  'q=a+b+c&lang=de',
  'password_changed%3Dtrue',
  String.raw`{"msg":"caf\u00e9"}`,
  'sort%3Dkey%26dir%3Dasc',
])('%s stays as it is', (text) => expect(redactText(text)).toBe(text));

test('only the value goes, and all of it', () => {
  expect(redactText('a=1&password%3Dab%40c%21&b=2')).toBe('a=1&password%3D[REDACTED:password]&b=2');
  expect(redactText('password%3Dcorrect%20horse%26x')).not.toContain('horse');
  expect(redactText('"password="ab%22cd%22ef"')).not.toMatch(/ab|cd|ef/);
});

test.each([
  ['a%3Ab', 'a:b'],
  ['a%20b', 'a b'],
  ['a=b%20c', 'a=b%20c'],
  ['&lt;a&gt;', '<a>'],
  ['%22a%22', String.raw`\"a\"`],
  ['&#x1F600;', '&#x1F600;'],
  [String.raw`\u00f1\u0041`, 'ñA'],
  ['a%3A+b', 'a: b'],
  ['a+b', 'a+b'],
])('%s is read as %s', (source, shown) => expect(viewText(source).text).toBe(shown));
