import type { Rule } from '../grammar/rule';
import { assignmentRule } from './assignments';
import { bareNameRules } from './bare-names';
import { changeRules } from './changes';
import { commandWordRule } from './command-words';
import { configurationRules } from './configuration';
import { fortinetRules } from './fortinet';
import { keyCommandRules } from './key-commands';
import { netSnmpRules } from './net-snmp';
import { notationRules } from './notations';
import { pairRules } from './pairs';
import { pemRule, pemTailRule } from './pem';
import { positionalRules } from './positional';
import { programRules } from './programs';
import { protocolRules } from './protocols';
import { sentenceRules } from './sentences';
import { shapeRules } from './shapes';
import { shellRules } from './shell';
import { snmpRules } from './snmp';
import { spokenValueRules } from './spoken-values';
import { quotedFieldRules } from './quoted-fields';
import { randomBesideRules } from './random-beside';
import { tokenRules } from './tokens';
import { urlPartRules } from './url-parts';
import { vendorRules } from './vendors';
import { webRules } from './web';
import { xmlRules } from './xml';
import { xmlPairRules } from './xml-pairs';

/** Every rule; of two that share a cue the first that finds something wins, so the more special stand first. */
export const RULES: readonly Rule[] = [
  pemRule,
  pemTailRule,
  ...webRules,
  ...urlPartRules,
  ...xmlRules,
  ...xmlPairRules,
  ...pairRules,
  ...bareNameRules,
  assignmentRule,
  ...quotedFieldRules,
  ...notationRules,
  ...shellRules,
  ...programRules,
  ...positionalRules,
  ...netSnmpRules,
  ...changeRules,
  ...protocolRules,
  ...snmpRules,
  ...keyCommandRules,
  commandWordRule,
  ...fortinetRules,
  ...vendorRules,
  ...configurationRules,
  ...shapeRules,
  ...tokenRules,
  ...randomBesideRules,
  ...sentenceRules,
  ...spokenValueRules,
];
