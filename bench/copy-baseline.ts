import { Client, type Connection, type Submittable } from 'pg';

/** What bare PostgreSQL takes: COPY of the same NDJSON lines, as they are, into a table without an index. Lines a second. */
export async function benchCopy(databaseUrl: string, bodies: Buffer[], lineCount: number): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE TABLE bench_copy (line text)');
  const startedAt = performance.now();
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyIn('COPY bench_copy FROM STDIN', bodies, (error) => (error ? reject(error) : resolve())));
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM bench_copy');
  await client.query('DROP TABLE bench_copy');
  await client.end();
  if (rows[0]?.n !== lineCount) throw new Error(`COPY stored ${rows[0]?.n} lines of ${lineCount}`);
  return lineCount / seconds;
}

/** The text format ends a row at a newline and escapes with a backslash, as our lines never do but in JSON escapes. */
class CopyIn implements Submittable {
  constructor(
    readonly text: string,
    readonly bodies: Buffer[],
    readonly done: (error?: Error) => void,
  ) {}

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  handleCopyInResponse(
    connection: Connection & { sendCopyFromChunk: (chunk: Buffer) => void; endCopyFrom: () => void },
  ): void {
    for (const body of this.bodies) connection.sendCopyFromChunk(body);
    connection.endCopyFrom();
  }

  handleError(error: Error): void {
    this.done(error);
  }

  handleReadyForQuery(): void {
    this.done();
  }

  handleCommandComplete(): void {}
}
