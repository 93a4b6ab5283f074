import { onTestFinished } from 'vitest';
import { startScratchPostgres } from '@/lib/testing/start-scratch-postgres';
import { openTcpProxy, type TcpProxy } from '@/lib/testing/tcp-proxy';
import { ServerProcess } from '@/lib/testing/real-server/server-process';

/** A server that reaches a PostgreSQL of its own through a network that can be broken; all three are gone behind the test. */
export async function startProxiedServer(binDir: string): Promise<{ server: ServerProcess; proxy: TcpProxy }> {
  const postgres = await startScratchPostgres(binDir);
  onTestFinished(postgres.remove);
  const proxy = await openTcpProxy(postgres.port);
  onTestFinished(proxy.close);
  const server = await ServerProcess.create({
    DATABASE_URL: postgres.url.replace(`:${postgres.port}`, `:${proxy.port}`),
  });
  onTestFinished(() => server.remove());
  await server.start();
  return { server, proxy };
}
