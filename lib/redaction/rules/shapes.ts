import type { CueSite } from '../grammar/cue-site';
import type { Finding } from '../grammar/finding';
import type { Rule } from '../grammar/rule';

/** A secret known by its own form, wherever it stands. `form` is anchored at the cue; what `kept` matches of it stays. */
type Shape = { name: string; cues: readonly string[]; form: RegExp; kept?: RegExp };

const shapeRule = (shape: Shape): Rule => ({ cues: shape.cues, find: (site) => findShape(shape, site) });

function findShape({ name, form, kept }: Shape, { text, cueStart }: CueSite): Finding | null {
  if (cueStart > 0 && /[A-Za-z0-9_-]/.test(text[cueStart - 1] ?? '')) return null;
  form.lastIndex = cueStart;
  if (!form.test(text)) return null;
  const end = form.lastIndex;
  return { start: cueStart + (kept?.exec(text.slice(cueStart, end))?.[0].length ?? 0), end, rule: name };
}

const CRYPT = [
  '$0$',
  '$1$',
  '$5$',
  '$6$',
  '$7$',
  '$8$',
  '$14$',
  '$2a$',
  '$2b$',
  '$2y$',
  '$y$',
  '$apr1$',
  '$sha512$',
  '$sha256$',
  '$argon2',
  '$h$6$',
  '$c$3$',
];

export const shapeRules: readonly Rule[] = [
  shapeRule({ name: 'junos-9', cues: ['$9$'], form: /\$9\$[^\s"';,<>\\]{4,}/y }),
  shapeRule({ name: 'password-hash', cues: CRYPT, form: /\$[a-z0-9-]{1,10}\$[^\s"';:,<>\\]{8,}/iy }),
  shapeRule({ name: 'password-hash', cues: ['$krb5'], form: /\$krb5\w{2,8}\$[^\s"']{20,}/y }),
  shapeRule({
    name: 'ansible-vault',
    cues: ['$ansible_vault;'],
    form: /\$ANSIBLE_VAULT;[\d.]{3,5};AES256(?:;[\w.-]{1,40})?(?:[\s]{1,12}[0-9a-f]{16,80})+/y,
    // This form says that the body may go on in the next record.
    kept: /^[^\s]+\s+/,
  }),
  shapeRule({ name: 'panos-master-key', cues: ['-aq=='], form: /-AQ==[\w+/=]{8,}/y }),
  // Huawei's, between the same four signs.
  shapeRule({
    name: 'huawei-cipher',
    cues: ['%^%#', '%@%@', '%$%$', '%#%#'],
    form: /(%[\^@$#]%[@$#])[^\s"]{16,400}?\1/y,
  }),
  shapeRule({ name: 'jwt', cues: ['eyj'], form: /eyJ[\w-]{8,8192}\.[\w-]{8,65536}(?:\.[\w-]{1,8192}){0,3}/y }),
];
