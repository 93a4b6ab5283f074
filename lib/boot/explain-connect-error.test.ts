import { expect, it } from 'vitest';
import { explainConnectError } from './explain-connect-error';

const withCode = (code: string) => Object.assign(new Error('raw'), { code });

it.each([
  [withCode('ECONNREFUSED'), /^nothing listens there/],
  [withCode('28P01'), /^user or password is wrong/],
  [new AggregateError([withCode('ECONNREFUSED'), withCode('ENETUNREACH')]), /^nothing listens there/],
  [new Error('timeout expired'), /^it does not answer/],
  [new Error('self-signed certificate\nmore'), /^self-signed certificate$/],
  ['text', /^text$/],
])('%s', (error, expected) => {
  expect(explainConnectError(error)).toMatch(expected);
});
