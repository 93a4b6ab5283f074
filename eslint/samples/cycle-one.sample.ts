// As eslint/samples/cycle-one.sample.ts: netraven/import-cycle
import { other } from './cycle-other.sample';

export const one = (): number => other();
