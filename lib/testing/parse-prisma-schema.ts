/** A column as PostgreSQL's catalogue names it: `_int4` is a list of int4. Lists are nullable or not as one likes. */
export type SchemaColumn = { table: string; column: string; type: string; isNullable: boolean | undefined };

const POSTGRES_TYPES: Record<string, string> = {
  String: 'text',
  Boolean: 'bool',
  Int: 'int4',
  BigInt: 'int8',
  Bytes: 'bytea',
  Json: 'jsonb',
  DateTime: 'timestamp(3)',
};

/** The tables and columns that schema.prisma declares; reads as much of the language as this project uses. */
export function parsePrismaSchema(text: string): SchemaColumn[] {
  return [...text.matchAll(/^model \w+ \{\n([\s\S]*?)^\}/gm)].flatMap(([, body = '']) => {
    const table = body.match(/@@map\("(\w+)"\)/)?.[1];
    if (!table) throw new Error(`a model without @@map: ${body}`);
    return body.split('\n').flatMap((line) => parseField(table, line));
  });
}

function parseField(table: string, line: string): SchemaColumn[] {
  const field = line.match(/^ {2}(?<name>\w+)\s+(?<type>\w+)(?:\("(?<unsupported>\w+)"\))?(?<mark>\[\]|\?)?(?:\s|$)/);
  const { name, type, unsupported, mark } = field?.groups ?? {};
  if (!name || !type) return [];
  const element = unsupported ?? nativeType(line) ?? POSTGRES_TYPES[type];
  if (!element) throw new Error(`an unknown type: ${line}`);
  return [
    {
      table,
      column: line.match(/@map\("(\w+)"\)/)?.[1] ?? name,
      type: mark === '[]' ? `_${element}` : element,
      isNullable: mark === '[]' ? undefined : mark === '?',
    },
  ];
}

function nativeType(line: string): string | undefined {
  if (line.includes('@db.SmallInt')) return 'int2';
  if (line.includes('@db.Date')) return 'date';
  const precision = line.match(/@db\.Timestamptz\((\d)\)/)?.[1];
  return precision && `timestamptz(${precision})`;
}
