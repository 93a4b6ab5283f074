import type { Rule } from '../rule';
import { assignmentRule } from './assignments';
import { commandWordRule } from './command-words';
import { fortinetRules } from './fortinet';
import { keyCommandRules } from './key-commands';
import { nextLineRule } from './next-line';
import { pemRule, pemTailRule } from './pem';
import { shapeRules } from './shapes';
import { shellRules } from './shell';
import { snmpRules } from './snmp';
import { vendorRules } from './vendors';
import { webRules } from './web';
import { xmlRule } from './xml';

/** Every rule; of two that share a cue the first that finds something wins, so the more special stand first. */
export const RULES: readonly Rule[] = [
  pemRule,
  pemTailRule,
  ...webRules,
  xmlRule,
  assignmentRule,
  ...shellRules,
  ...snmpRules,
  ...keyCommandRules,
  commandWordRule,
  ...fortinetRules,
  ...vendorRules,
  ...shapeRules,
  nextLineRule,
];
