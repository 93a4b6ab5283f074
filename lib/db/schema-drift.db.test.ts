import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { expect, it } from 'vitest';
import { parsePrismaSchema } from '@/lib/testing/parse-prisma-schema';
import { useTestDatabase } from '@/lib/testing/test-database';

const url = useTestDatabase();

type CatalogueColumn = { table: string; column: string; type: string; isNullable: boolean };

/** atttypmod is the precision of a timestamp, and of its lists; the rest of our types have none. */
const COLUMNS = `
  SELECT c.relname AS "table", a.attname AS "column", NOT a.attnotnull AS "isNullable",
         t.typname || CASE WHEN t.typname LIKE '%timestamp%' THEN '(' || a.atttypmod || ')' ELSE '' END AS "type"
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_type t ON t.oid = a.atttypid
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
    AND c.relname <> '_prisma_migrations'`;

const byColumn = <T extends { table: string; column: string }>(rows: T[]): Record<string, T> =>
  Object.fromEntries(rows.map((row) => [`${row.table}.${row.column}`, row]));

it('schema.prisma and the migrated database have the same tables, columns and types', async () => {
  const declared = byColumn(parsePrismaSchema(readFileSync('prisma/schema.prisma', 'utf8')));
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<CatalogueColumn>(COLUMNS);
  await client.end();
  const migrated = byColumn(rows.map((row) => (row.type.startsWith('_') ? { ...row, isNullable: undefined } : row)));
  expect(Object.keys(declared).length).toBeGreaterThan(70);
  expect(migrated).toEqual(declared);
});
