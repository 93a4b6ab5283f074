// As eslint/samples/cycle-other.sample.ts: netraven/import-cycle
import { one } from './cycle-one.sample';

export const other = (): number => one();
