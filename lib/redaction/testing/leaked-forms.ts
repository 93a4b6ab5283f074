import { fillTemplate } from './expand-template';
import type { LeakedForms } from './leaked-form-table';
import { LEAKED_DEVICES } from './leaked-forms-devices';
import { LEAKED_PROGRAMS } from './leaked-forms-programs';
import { LEAKED_TOKENS } from './leaked-forms-tokens';

/** Lines of real devices, programs and people, collected by others, whose secret was once stored in clear. */
export const LEAKED_FORMS: LeakedForms = { ...LEAKED_DEVICES, ...LEAKED_PROGRAMS, ...LEAKED_TOKENS };

/** Lines of the same collection that hold no secret and were changed. */
export const LEAKED_NEAR_MISSES: readonly string[] = [
  'user jan changed the password of bkadmin',
  'token_type=bearer expires_in=1800',
  'snmp-server host 192.0.2.77 use-vrf management',
];

const SEEDS = [1, 2, 3, 4, 5];

/** The same template with several secrets each: a rule that goes by one value's look must not pass by luck. */
export const fillLeaked = (template: string): { text: string; secrets: string[] }[] =>
  SEEDS.map((seed) => fillTemplate(template, seed));
