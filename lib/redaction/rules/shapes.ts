import type { Place } from '../place';
import type { Finding, Rule } from '../rule';

/** A secret known by its own form, wherever it stands. `form` is anchored at the cue. */
type Shape = { name: string; cues: readonly string[]; form: RegExp };

const shapeRule = ({ name, cues, form }: Shape): Rule => ({ cues, find: (place) => findShape(name, form, place) });

function findShape(name: string, form: RegExp, { text, cueStart }: Place): Finding | null {
  if (cueStart > 0 && /[A-Za-z0-9_-]/.test(text[cueStart - 1] ?? '')) return null;
  form.lastIndex = cueStart;
  return form.test(text) ? { start: cueStart, end: form.lastIndex, rule: name } : null;
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

/** Tokens that their makers let begin with a word of their own, so that scanners find them. */
const PREFIXES: readonly [string, string[]][] = [
  ['github-token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_', 'github_pat_']],
  ['gitlab-token', ['glpat-', 'gldt-', 'glrt-', 'glcbt-', 'glptt-', 'glsoat-']],
  ['slack-token', ['xoxb-', 'xoxp-', 'xoxa-', 'xoxs-', 'xoxr-', 'xapp-']],
  ['stripe-key', ['sk_live_', 'rk_live_', 'sk_test_', 'rk_test_', 'whsec_']],
  ['vault-token', ['hvs.', 'hvb.', 'hvr.']],
  ['npm-token', ['npm_']],
  ['pypi-token', ['pypi-AgE']],
  [
    'api-token',
    ['dop_v1_', 'glsa_', 'glc_', 'dckr_pat_', 'shpat_', 'PMAK-', 'NRAK-', 'sk-proj-', 'sk-ant-', 'ATATT3', 'LUFRPT'],
  ],
  ['webhook', ['hooks.slack.com/services/T', 'discord.com/api/webhooks/', 'api.telegram.org/bot']],
];

export const shapeRules: readonly Rule[] = [
  shapeRule({ name: 'junos-9', cues: ['$9$'], form: /\$9\$[^\s"';,<>\\]{4,}/y }),
  shapeRule({ name: 'password-hash', cues: CRYPT, form: /\$[a-z0-9-]{1,10}\$[^\s"';:,<>\\]{8,}/iy }),
  shapeRule({ name: 'panos-master-key', cues: ['-aq=='], form: /-AQ==[\w+/=]{8,}/y }),
  shapeRule({ name: 'jwt', cues: ['eyj'], form: /eyJ[\w-]{8,8192}\.[\w-]{8,65536}(?:\.[\w-]{1,8192}){0,3}/y }),
  shapeRule({ name: 'aws-key', cues: ['akia', 'asia'], form: /A(?:KIA|SIA)[A-Z0-9]{16}(?![A-Za-z0-9])/y }),
  shapeRule({ name: 'google-key', cues: ['aiza'], form: /AIza[\w-]{30,60}/y }),
  shapeRule({ name: 'google-token', cues: ['ya29.'], form: /ya29\.[\w-]{20,2048}/y }),
  shapeRule({ name: 'sendgrid-key', cues: ['sg.'], form: /SG\.[\w-]{16,32}\.[\w-]{16,64}/y }),
  ...PREFIXES.map(([name, prefixes]) =>
    shapeRule({
      name,
      cues: prefixes.map((prefix) => prefix.toLowerCase()),
      form: new RegExp(
        `(?:${prefixes.map((prefix) => prefix.replace('.', '\\.')).join('|')})[\\w/${name === 'webhook' ? ':' : ''}-]{10,512}`,
        'y',
      ),
    }),
  ),
];
