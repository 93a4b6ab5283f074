import { afterAll, beforeAll } from 'vitest';
import { closeDatabase, openDatabase } from '@/lib/db/client';
import { openTcpProxy, type TcpProxy } from './tcp-proxy';

/** Lets the test file reach its database (`useTestDatabase`) through a network that can be cut; it is there once the tests run. */
export function reachThroughProxy(url: string): () => TcpProxy {
  let proxy: TcpProxy;
  beforeAll(async () => {
    const proxied = new URL(url);
    proxy = await openTcpProxy(Number(proxied.port));
    await closeDatabase();
    proxied.port = String(proxy.port);
    openDatabase(proxied.href);
  });
  afterAll(async () => {
    await closeDatabase();
    await proxy.close();
  });
  return () => proxy;
}
