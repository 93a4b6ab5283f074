import net from 'node:net';

export type TcpProxy = {
  port: number;
  url: string;
  /** Breaks every connection; new ones are broken too, until `mend`. */
  cut: () => void;
  /** Takes all bytes and passes on none, not even that a side has closed, until `mend`; connections of before stay so. */
  blackHole: () => void;
  /** The same for the connections that are open now, alone: later ones work. Answers how many fell silent. */
  silence: (isMeant?: (nth: number) => boolean) => number;
  mend: () => void;
  close: () => Promise<void>;
};

type ProxyOptions = {
  /** Asked with each part of what the target answers, before it is passed on: true breaks the connection instead. */
  swallowsAnswer?: (part: Buffer) => boolean;
};
type Mode = 'open' | 'cut' | 'blackHole';

/** A TCP proxy before a server, to break connections as a network does. */
export async function openTcpProxy(targetPort: number, { swallowsAnswer }: ProxyOptions = {}): Promise<TcpProxy> {
  const sockets = new Set<net.Socket>();
  /** Both sides of each connection. */
  const pairs = new Set<readonly [net.Socket, net.Socket]>();
  /** Sockets that were open in a black hole. */
  const swallowed = new WeakSet<net.Socket>();
  let mode: Mode = 'open';

  const track = (socket: net.Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}); // 'close' follows
    socket.on('close', () => sockets.delete(socket));
    if (mode === 'blackHole') swallow(socket);
  };
  const swallow = (socket: net.Socket) => {
    swallowed.add(socket);
    socket.resume();
  };
  const server = net.createServer({ allowHalfOpen: true }, (client) => {
    track(client);
    if (mode === 'cut') client.destroy();
    if (mode !== 'open') return;
    const target = net.connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    track(target);
    const pair = [client, target] as const;
    pairs.add(pair);
    client.on('close', () => pairs.delete(pair));
    forward({ from: client, to: target, swallowed });
    forward({ from: target, to: client, swallowed, isBroken: swallowsAnswer });
  });
  const port = await listen(server);
  const breakAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    cut: () => {
      mode = 'cut';
      breakAll();
    },
    blackHole: () => {
      mode = 'blackHole';
      for (const socket of sockets) swallow(socket);
    },
    silence: (isMeant = () => true) => {
      const meant = [...pairs].filter((_pair, nth) => isMeant(nth));
      for (const socket of meant.flat()) swallow(socket);
      return meant.length;
    },
    mend: () => {
      mode = 'open';
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      breakAll();
      await closed;
    },
  };
}

type Way = {
  from: net.Socket;
  to: net.Socket;
  swallowed: WeakSet<net.Socket>;
  /** True breaks the connection instead of passing the part on. */
  isBroken?: ((part: Buffer) => boolean) | undefined;
};

function forward({ from, to, swallowed, isBroken = () => false }: Way): void {
  from.on('data', (data: Buffer) => {
    if (swallowed.has(from)) return;
    if (isBroken(data)) from.destroy();
    else if (!to.write(data)) from.pause();
  });
  to.on('drain', () => from.resume());
  from.on('end', () => swallowed.has(from) || to.end());
  from.on('close', () => swallowed.has(from) || to.destroy());
}

async function listen(server: net.Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
