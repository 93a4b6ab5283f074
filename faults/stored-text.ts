import { withDatabase } from '@/lib/testing/real-server/with-database';
import type { ServerProcess } from '@/lib/testing/real-server/server-process';

/** Every row of every table as text, since on disk compression could hide what is looked for. */
export function readStoredText(server: ServerProcess): Promise<string[]> {
  return withDatabase(server, async (client) => {
    const tables = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')",
    );
    const texts: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ text: string }>(`SELECT row_to_json(t)::text AS text FROM ${name} t`);
      texts.push(...rows.map(({ text }) => text));
    }
    return texts;
  });
}
