/** Items between bars: a list of one item a line would be a file of its own. */
const items = (text: string): string[] => text.split('¦');

/** One list for texts anywhere: addresses, headers, names and values in bodies. */
export const TEXTS: readonly string[] = [
  ...items('\0¦a\0b¦\u0001¦\u007f¦\u0085¦\r\nx-injected: 1¦a\nb¦\ufeff¦\ufeffx¦\u202eabc¦\u2066a\u2069¦\u200b¦e\u0301'),
  ...items('¦ ¦\t¦\u{1f600}¦\uffff¦\u{10ffff}¦ﷺ¦\ud800¦a\udc00b¦ß¦İ¦ı¦日本¦שלום¦\u001b[31m¦a\u001b]0;x\u0007'),
  ...items('*¦**¦***¦"¦""¦"a¦\'¦\'\'¦`¦\\¦\\\\¦/¦//¦/a¦/(/¦/[/¦/*/¦/a{1,999}/¦/(?i)a/¦/***=a/¦/\\u/¦/\\x/¦/[[:foo:]]/'),
  ...items(
    '/(a*)*\\1/¦/(?b)\\(a\\)\\1/¦/(?=a)/¦/(?<=a)b/¦/a|/¦/\\b/¦/()/i¦/((((((((((x{99}){99}){99}){99}){99}))))))/',
  ),
  ...items('%¦%%¦_¦%00¦%ff¦%zz¦%2e%2e¦%5C¦%E0%A4%A¦,¦,,¦\\,¦a,b¦, ,¦ERROR,¦error,BOGUS¦;¦:¦?¦#¦&¦=¦+¦~¦.¦..¦../..'),
  ...items('0¦-0¦-1¦1¦2¦50¦51¦1.5¦1e3¦1e400¦0x10¦0b1¦ 7 ¦NaN¦Infinity¦-Infinity¦2147483647¦2147483648¦-2147483649'),
  ...items('4294967296¦9007199254740993¦9223372036854775808¦true¦false¦null¦undefined¦None¦[]¦{}¦[object Object]'),
  ...items('__proto__¦constructor¦toString¦hasOwnProperty¦prototype¦$where¦{{7*7}}¦${7*7}¦<script>alert(1)</script>'),
  ...items("\"><img src=x>¦' OR 1=1--¦'; DROP TABLE run; --¦x; SELECT pg_sleep(9)¦\\x00¦$1¦$$¦::int¦../../etc/passwd"),
  ...items('file:///etc/passwd¦javascript:alert(1)¦http://192.0.2.1/¦//192.0.2.1¦=cmd|calc¦@SUM(1)¦jndi:ldap://x'),
  ...items('2026-01-01¦2026-01-01T00:00:00Z¦2026-02-30T00:00:00Z¦2026-13-01T00:00:00Z¦2026-01-01T24:00:00Z'),
  ...items('2026-01-01T23:59:60Z¦0000-01-01T00:00:00Z¦0000-12-31T23:59:59-12:00¦0001-01-01T00:00:00+14:00'),
  ...items('0001-01-01T12:00:00Z¦1899-12-31T23:59:59Z¦9999-12-31T23:59:59.999Z¦9999-12-31T23:59:59-12:00'),
  ...items('-000001-01-01T00:00:00Z¦+275760-09-13T00:00:00Z¦10000-01-01T00:00:00Z¦2026-01-01T00:00:00+99:99'),
  ...items('2026-01-01T00:00:00.123456789012Z¦2026-01-01T00:00:00¦today¦infinity¦99999999999999¦000000000'),
  ...cursors(),
  '\u0301'.repeat(300),
  '9'.repeat(400),
  'a'.repeat(201),
  'ü'.repeat(200),
  'x'.repeat(501),
  'y'.repeat(4001),
  `/${'a?'.repeat(60)}${'a'.repeat(60)}/`,
];

/** Cursors as the server writes them, with what it would never write in them. */
function cursors(): string[] {
  const encode = (json: string) => Buffer.from(json).toString('base64url');
  const time = '"2026-01-01T00:00:00.000000Z"';
  return [
    ...items(
      `null¦0¦""¦[]¦{}¦[${time}]¦[${time},"r",1]¦[${time},"\\u0000",1]¦[${time},"\\ud800",1]¦[${time},"r",2147483648]`,
    ),
    ...items(
      `[${time},"r",1.5]¦["0000-01-01T00:00:00.000000Z"]¦["2026-02-30T00:00:00.000000Z"]¦["2026-01-01T24:00:00.000000Z"]`,
    ),
    ...items(
      '["9999-12-31T23:59:59.999999Z","r",1]¦[0,"r"]¦[8.64e15,"r"]¦[-8.64e15,"r"]¦[-62135596800001,"r"]¦[1e300,"r"]',
    ),
    ...items('[1.5,"r"]¦[0,"\\u0000"]¦[0,"\\ud800"]¦[0,"\\""]¦[0,7]¦[0,null]¦no json'),
    `[0,"${'r'.repeat(300)}"]`,
  ]
    .map(encode)
    .concat('====', encode(`[${time}]`).slice(0, -3), Buffer.from([0xff, 0xfe]).toString('base64'));
}

/** Beside the texts, as values of a JSON body. */
export const JSON_VALUES: readonly unknown[] = [
  ...items('null¦true¦false¦0¦-0¦-1¦1¦1.5¦1e21¦2147483648¦9007199254740992¦-9007199254740992¦1e308¦5e-324').map(parse),
  ...items(
    '[]¦{}¦[[]]¦[null]¦[{}]¦[""]¦["\\u0000"]¦["\\ud800"]¦{"":""}¦{"\\u0000":"\\u0000"}¦{"length":-1}¦{"toJSON":1}',
  ).map(parse),
  parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  nested(100),
  nested(1000),
  Array.from({ length: 1001 }, (_, n) => n),
];

function parse(json: string): unknown {
  return JSON.parse(json) as unknown;
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Bodies as a whole; the first character tells many a reader what it is. */
export const BODIES: readonly Buffer[] = [
  ...items(
    '¦ ¦\0¦null¦true¦0¦-¦1e400¦"¦""¦"a"¦[¦]¦{¦}¦[]¦{}¦[[]]¦[{}]¦[null]¦{"a":1,"a":2}¦{"a":1}{"b":2}¦{"a":1}\n{"b":',
  ),
  ...items(
    '[1,2¦[1,,2]¦{"a":NaN}¦{"a":01}¦{\'a\':1}¦{a:1}¦{"a":1,}¦// x\n{}¦\u001e{}\n¦a=b¦a=b&message=%ff%00¦%¦<xml/>¦--x\r\n\r\n',
  ),
  ...items(
    '\ufeff{"message":"x"}¦{"message":"\\ud800"}¦{"message":"\\u0000"}¦{"__proto__":{"message":"x"}}¦{"records":[]}',
  ),
  ...items(
    '{"constructor":1,"message":"x"}¦{"message":{"toString":1}}¦{"records":[[]]}¦{"records":{"a":1}}¦{"message":"x","level":{}}',
  ),
  ...items(
    '{"message":"x","timestamp":"0000-01-01T00:00:00Z"}¦{"message":"x","timestamp":1e300}¦{"message":"x","timestamp":-1e300}',
  ),
  ...items(
    '{"message":"x","seq":9e18}¦{"message":"x","seq":-1}¦{"message":"x","seq":9007199254740991}¦{"message":"x","seq":[]}',
  ),
  ...items(
    '{"message":"x","run_id":"\\u0000","job_id":"\\u0000"}¦{"message":"x","device":["\\u0000"]}¦{"message":"","msg":""}',
  ),
  '{"a\\u0000b":"\\ud800","message":1}',
  '['.repeat(20_000),
  '{"a":'.repeat(20_000),
  `{"message":${'['.repeat(8000)}${']'.repeat(8000)}}`,
  '"'.repeat(5000),
  '\n'.repeat(5000),
  `{"message":"x",${Array.from({ length: 20_000 }, (_, n) => `"k${n}":${n}`).join(',')}}`,
  '{"a":1}\n'.repeat(2000),
].map((text) => Buffer.from(text));

/** Bytes that are no text, and the first bytes of other formats. */
export const BINARY_BODIES: readonly Buffer[] = items('ff¦fffe¦feff00¦1f8b0800¦808182¦eda080¦00000000').map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** Headers that decide how a request is read, and what else they may say. */
export const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'content-type': items(
    '¦x¦text/html¦application/json; charset=bogus¦application/json; charset=utf-16¦multipart/form-data',
  ),
  'content-encoding': items('¦gzip¦deflate¦br¦zstd¦gzip, gzip¦identity¦,¦x'),
  accept: items('¦*/*¦text/html¦x¦application/json;q=9¦,'),
  authorization: items('¦Bearer¦Bearer ¦Basic¦Basic !!!¦Basic Og==¦Bearer nrl_x¦ApiKey ====¦Digest a=b').concat(
    'x'.repeat(5000),
  ),
  'x-api-key': items('¦ ¦x¦ü'),
  cookie: items(
    '¦=¦;¦a¦next-auth.session-token=¦next-auth.session-token=x¦next-auth.session-token=a.b.c.d.e¦a=%ff',
  ).concat(items('next-auth.callback-url=x¦next-auth.csrf-token=x')),
  'if-none-match': items('*¦"x"¦W/'),
  range: items('bytes=0-¦bytes=-1¦bytes=9-1¦x'),
  'x-forwarded-for': items('¦,¦::¦x').concat('1.1.1.1'.repeat(100)),
  'x-forwarded-host': items('¦evil.example¦//¦a b'),
  'x-forwarded-proto': items('¦javascript¦https,http'),
  'last-event-id': items('¦-1¦x¦99999999999¦1.5¦4294967296¦9999999999'),
  'idempotency-key': items('¦ ¦x¦ü').concat('x'.repeat(256)),
  'x-line-count': items('¦0¦-1¦1.5¦x¦999999999¦9999999999'),
  origin: items('null¦x¦http://evil.example'),
  'sec-fetch-site': items('¦cross-site¦x'),
  'next-action': items('¦x').concat('0'.repeat(42)),
  rsc: items('1¦x'),
  'next-router-state-tree': items('¦x¦%ff¦%5B%5D'),
  'x-netraven-path': items('¦/¦//evil.example'),
  'x-middleware-subrequest': items('proxy¦middleware:middleware:middleware:middleware:middleware'),
  host: items('¦a b¦x/y¦[::1¦x@y¦x:99999¦%¦evil.example¦[::1]:80').concat('x'.repeat(300)),
};
