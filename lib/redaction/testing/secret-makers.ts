/** A small seeded generator (mulberry32), so that every run of the corpus sees the same secrets. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const LETTERS = LOWER + UPPER;
const BASE64 = LETTERS + DIGITS + '+/';
const CRYPT = LETTERS + DIGITS + './';

type Random = () => number;
const chars = (random: Random, alphabet: string, length: number): string =>
  Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)] ?? 'a').join('');

export const randomAlnum = (random: Random, length: number): string => chars(random, LETTERS + DIGITS, length);

/** A body as `openssl genpkey` would write it: 64 characters a line, the last one shorter. */
const keyBody = (random: Random, lines: number): string =>
  [...Array.from({ length: lines }, () => chars(random, BASE64, 64)), `${chars(random, BASE64, 22)}==`].join('\n');

/** Ways a secret may look; a template names one as `{{word}}`. */
export const SECRET_MAKERS = {
  word: (random) => `${chars(random, LOWER, 5)}${chars(random, LETTERS, 4)}${chars(random, DIGITS, 2)}`,
  lower: (random) => `zq${chars(random, LOWER, 8)}`,
  symbols: (random) =>
    `${chars(random, LETTERS, 4)}!${chars(random, DIGITS, 2)}#${chars(random, LETTERS, 3)}@%${chars(random, LOWER, 2)}`,
  spaced: (random) => `${chars(random, LOWER, 5)} ${chars(random, LETTERS, 4)} ${chars(random, DIGITS, 3)}x`,
  number: (random) => `7${chars(random, DIGITS, 9)}`,
  type7: (random) => `0${1 + Math.floor(random() * 9)}${chars(random, '0123456789ABCDEF', 14)}`,
  md5crypt: (random) => `$1$${chars(random, CRYPT, 4)}$${chars(random, CRYPT, 22)}`,
  scrypt9: (random) => `$9$${chars(random, CRYPT, 14)}$${chars(random, CRYPT, 43)}`,
  sha512: (random) => `$6$${chars(random, CRYPT, 8)}$${chars(random, CRYPT, 86)}`,
  sha256: (random) => `$5$${chars(random, CRYPT, 8)}$${chars(random, CRYPT, 43)}`,
  junos9: (random) => `$9$${chars(random, LETTERS + DIGITS + '-./', 18)}`,
  asa: (random) => chars(random, LETTERS + DIGITS, 16),
  base64: (random) => `${chars(random, BASE64, 42)}Q==`,
  hex: (random) => `0x${chars(random, '0123456789abcdef', 32)}`,
  hex40: (random) => chars(random, '0123456789abcdef', 40),
  panos: (random) => `-AQ==${chars(random, BASE64, 40)}=`,
  huawei: (random) => `%^%#${chars(random, LETTERS + DIGITS + '~|(*', 20)}%^%#`,
  h3c: (random) => `$c$3$${chars(random, BASE64, 24)}==`,
  aruba: (random) => `AQB${chars(random, BASE64, 40)}=`,
  jwt: (random) =>
    `eyJhbGciOi${chars(random, LETTERS, 8)}.eyJzdWIi${chars(random, LETTERS + DIGITS, 20)}.${chars(random, LETTERS + '-_', 30)}`,
  token: (random) => chars(random, LETTERS + DIGITS, 32),
  basic: (random) => btoa(`svc-backup:${chars(random, LETTERS + DIGITS, 12)}`),
  aws: (random) => `AKIA${chars(random, UPPER + DIGITS, 16)}`,
  github: (random) => `ghp_${chars(random, LETTERS + DIGITS, 36)}`,
  slack: (random) => `xoxb-${chars(random, DIGITS, 12)}-${chars(random, LETTERS + DIGITS, 24)}`,
  google: (random) => `AIza${chars(random, LETTERS + DIGITS, 35)}`,
  uuid: (random) => [8, 4, 4, 4, 12].map((size) => chars(random, '0123456789abcdef', size)).join('-'),
  key: (random) => keyBody(random, 6),
  /** As OpenSSH writes it, 70 characters a line. */
  key70: (random) =>
    [...Array.from({ length: 4 }, () => chars(random, BASE64, 70)), `${chars(random, BASE64, 30)}==`].join('\n'),
  line64: (random) => chars(random, BASE64, 64),
  line40: (random) => chars(random, BASE64, 40),
  line24: (random) => chars(random, BASE64, 24),
  hex80: (random) => chars(random, '0123456789abcdef', 80),
  line26: (random) => `${chars(random, BASE64, 26)}==`,
  hex32: (random) => chars(random, '0123456789abcdef', 32),
  wireguard: (random) => `${chars(random, BASE64, 43)}=`,
  bcrypt: (random) => `$2y$10$${chars(random, CRYPT, 53)}`,
  apr1: (random) => `$apr1$${chars(random, CRYPT, 8)}$${chars(random, CRYPT, 22)}`,
  comware6: (random) => `$h$6$${chars(random, BASE64, 40)}==`,
  f5: (random) => `$M$${chars(random, LETTERS, 2)}$${chars(random, BASE64, 22)}==`,
  /** Of a URL: what is not a letter or a digit is written by its number. */
  percent: (random) => `${chars(random, LETTERS, 5)}%40${chars(random, DIGITS, 3)}%21${chars(random, LETTERS, 3)}`,
  entity: (random) => `${chars(random, LETTERS, 5)}&amp;${chars(random, DIGITS, 3)}&#39;${chars(random, LETTERS, 3)}`,
  stripe: (random) => `sk_live_${chars(random, LETTERS + DIGITS, 24)}`,
  gitlab: (random) => `glpat-${chars(random, LETTERS + DIGITS, 20)}`,
  vault: (random) => `hvs.${chars(random, LETTERS + DIGITS, 24)}`,
  sendgrid: (random) => `SG.${chars(random, LETTERS + DIGITS, 22)}.${chars(random, LETTERS + DIGITS, 43)}`,
  npm: (random) => `npm_${chars(random, LETTERS + DIGITS, 36)}`,
} as const satisfies Readonly<Record<string, (random: Random) => string>>;

/** One letter for the characters, then how many. */
const ALPHABETS: Readonly<Record<string, string>> = {
  w: LOWER,
  l: LETTERS,
  d: DIGITS,
  h: '0123456789abcdef',
  a: LETTERS + DIGITS,
  A: UPPER + DIGITS,
  t: `${LETTERS + DIGITS}_-`,
  b: BASE64,
  B: `${UPPER}234567`,
};

/** Ways of people: digits for letters, signs amid words, all letters, a word and a year. */
const PASSWORDS: readonly ((random: Random) => string)[] = [
  (random) => `${chars(random, LETTERS, 5)}!${chars(random, DIGITS, 2)}${chars(random, LOWER, 3)}`,
  (random) => `${chars(random, LOWER, 4)}-${chars(random, LETTERS, 4)}#${chars(random, DIGITS, 3)}`,
  (random) => chars(random, LETTERS, 12),
  (random) => `${chars(random, UPPER, 1)}${chars(random, LOWER, 7)}${chars(random, DIGITS, 4)}`,
];

const FORMS: Readonly<Record<string, (random: Random) => string>> = {
  ...SECRET_MAKERS,
  p: (random) => (PASSWORDS[Math.floor(random() * PASSWORDS.length)] ?? SECRET_MAKERS.word)(random),
  c: (random) => `zq${chars(random, LOWER, 7)}`,
  7: SECRET_MAKERS.type7,
  fernet: (random) => `${chars(random, `${LETTERS + DIGITS}_-`, 43)}=`,
  MF5: SECRET_MAKERS.f5,
  crypt22: (random) => chars(random, CRYPT, 22),
};

/** A secret of this kind (a name above), or of this alphabet and length: `h40`. */
export function makeSecret(kind: string, random: Random): string {
  const named = FORMS[kind];
  if (named !== undefined) return named(random);
  const alphabet = ALPHABETS[kind.slice(0, 1)];
  const length = Number(kind.slice(1));
  if (alphabet === undefined || !(length > 0)) throw new Error(`unknown kind of secret: ${kind}`);
  return chars(random, alphabet, length);
}
