import type { RuleExamples } from '../testing/rule-examples';

export const pemExamples: RuleExamples = {
  takes: ['-----BEGIN RSA PRIVATE KEY-----\n{{key}}\n-----END RSA PRIVATE KEY-----'],
  leaves: ['-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----', 'the file must begin with -----BEGIN'],
};
