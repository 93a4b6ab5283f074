import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildOpenApi } from '@/lib/openapi/build-openapi';
import { API_ROUTES, FILE_ROUTES, PAGE_ROUTES } from './route-table';

const APP = path.resolve(import.meta.dirname, '../../app');
const PUBLIC = path.resolve(APP, '../public');
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** The address of a file of app/: without its groups, parameters in braces. */
function addressOf(file: string): string {
  const folders = path.dirname(path.relative(APP, file)).split(path.sep);
  const parts = folders.filter((folder) => folder !== '.' && !folder.startsWith('('));
  return `/${parts.map((part) => part.replace(/^\[(.+)\]$/, '{$1}')).join('/')}`;
}

const filesNamed = (name: RegExp): string[] =>
  readdirSync(APP, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));

const exportedMethods = (file: string): string[] => {
  const source = readFileSync(file, 'utf8');
  return METHODS.filter((method) => new RegExp(`export (const|async function|function) ${method}\\b`).test(source));
};

const sorted = (routes: Record<string, readonly string[]>) =>
  Object.fromEntries(Object.entries(routes).map(([address, methods]) => [address, [...methods].sort()]));
const isOwn = (address: string): boolean => !address.startsWith('/api/auth/');
const ownRoutes = Object.fromEntries(Object.entries(API_ROUTES).filter(([address]) => isOwn(address)));

it('has every route of app/api with its methods, and no other', () => {
  const files = filesNamed(/^route\.ts$/).map((file) => [addressOf(file), exportedMethods(file)] as const);
  expect(sorted(ownRoutes)).toEqual(sorted(Object.fromEntries(files.filter(([address]) => isOwn(address)))));
});

it('has every path of the OpenAPI document with its methods, and that every route but itself', () => {
  const { '/api/openapi.json': _itself, ...described } = ownRoutes;
  const paths = Object.entries(buildOpenApi().paths ?? {}).map(([address, item]): [string, string[]] => [
    address,
    METHODS.filter((method) => method.toLowerCase() in item),
  ]);
  expect(sorted(described)).toEqual(sorted(Object.fromEntries(paths)));
});

it('has every page, those with server actions marked, and the files of public/', () => {
  const pages = filesNamed(/^page\.tsx$/);
  expect(Object.keys(PAGE_ROUTES).sort()).toEqual(pages.map(addressOf).sort());
  const withActions = filesNamed(/\.tsx?$/).filter((file) => readFileSync(file, 'utf8').startsWith("'use server'"));
  const marked = Object.entries(PAGE_ROUTES).flatMap(([address, { hasActions }]) => (hasActions ? [address] : []));
  expect(marked).toEqual([...new Set(withActions.map(addressOf))]);
  expect(FILE_ROUTES).toEqual(readdirSync(PUBLIC).map((file) => `/${file}`));
  expect(filesNamed(/^(icon|apple-icon|robots|sitemap|manifest)\./)).toEqual([]);
});
