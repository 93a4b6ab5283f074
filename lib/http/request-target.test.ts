import { expect, it } from 'vitest';
import { parseRequestTarget } from './request-target';

it.each([
  ['/', [''], ''],
  ['/?a=b', [''], '?a=b'],
  ['/api/v1/logs', ['api', 'v1', 'logs'], ''],
  ['/api/v1/logs/?x=/y', ['api', 'v1', 'logs'], '?x=/y'],
  ['/runs/a%2Fb%20c#line', ['runs', 'a/b c'], ''],
  ['/runs/a%09b', ['runs', 'a\tb'], ''],
  ['http://logs.example.net:3000/api/v1/logs?a', ['api', 'v1', 'logs'], '?a'],
  ['HTTP://logs.example.net', [''], ''],
])('%j is read', (target, decoded, search) => {
  expect(parseRequestTarget(target)).toMatchObject({ decoded, search });
});

it.each([
  '',
  '*',
  'x',
  '//',
  '//runs',
  '/api//v1/logs',
  '/api/v1/logs//',
  '/runs/../api',
  '/runs/%2e%2E',
  '/runs/.',
  '/runs/%E0%A4%A',
  '/runs/%FF',
  '/runs/%zz',
  '/runs/%',
  '/runs/a%00',
  '/runs\\x',
  '/http://x',
])('%j means no address', (target) => {
  expect(parseRequestTarget(target)).toBeNull();
});
