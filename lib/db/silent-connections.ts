import 'server-only';
import type { Socket } from 'node:net';
import type { ClientBase } from 'pg';

/**
 * Looks in a row, a second apart, without a byte although both sides wait: then the connection has fallen silent. With
 * the look before, what is under way on it fails after some 5 s.
 */
export const SILENT_LOOKS = 4;

/** Sessions of our role by process id: true when they only wait for their client. */
export type Backends = ReadonlyMap<number, { isWaiting: boolean }>;

type Followed = {
  client: ClientBase;
  pid: number;
  socket: Socket;
  /** The watch has seen this session, so it sits on the same server, and its absence means its end. */
  isKnown: boolean;
  movedBytes: number;
  /** Looks in a row without a byte, while the database had nothing to do for us. */
  stillLooks: number;
};

export type SilentConnections = {
  follow: (client: ClientBase) => void;
  /** Takes the result of a look and returns the connections that are silent; these are not followed any longer. */
  findSilent: (backends: Backends) => { pid: number; socket: Socket }[];
};

/**
 * Tells a silent connection from a long statement. TCP cannot, and a time limit for all statements would end a merge or
 * a deletion; but the database says which of its sessions wait for us.
 */
export function followConnections(): SilentConnections {
  const followed = new Set<Followed>();
  const follow = (client: ClientBase) => {
    const inside = insideOf(client);
    if (!inside) return;
    const one = { client, ...inside, isKnown: false, movedBytes: 0, stillLooks: 0 };
    followed.add(one);
    inside.socket.once('close', () => followed.delete(one));
  };
  const findSilent = (backends: Backends) => {
    for (const one of followed) countStillLooks(one, backends);
    const still = [...followed].filter((one) => one.stillLooks >= SILENT_LOOKS);
    // Connections that fell silent together are found together: an idle one without a byte for as long is no better.
    const silent = still.some(isOwedAnswer) ? still : [];
    for (const one of silent) followed.delete(one);
    return silent;
  };
  return { follow, findSilent };
}

function countStillLooks(one: Followed, backends: Backends): void {
  const backend = backends.get(one.pid);
  if (backend) one.isKnown = true;
  const movedBytes = one.socket.bytesRead + one.socket.bytesWritten - one.socket.writableLength;
  const isStill = one.isKnown && (backend?.isWaiting ?? true) && movedBytes === one.movedBytes;
  one.stillLooks = isStill ? one.stillLooks + 1 : 0;
  one.movedBytes = movedBytes;
}

/** For an answer, or for the end of a connection that was closed from here. */
const isOwedAnswer = ({ client, socket }: Followed): boolean =>
  socket.writableEnded || ('readyForQuery' in client && client.readyForQuery === false);

/**
 * Internals of pg that its types do not declare; its version is pinned, and the tests of silent connections fail
 * without them.
 */
function insideOf(client: ClientBase): { pid: number; socket: Socket } | null {
  const pid = 'processID' in client ? client.processID : null;
  const connection = 'connection' in client ? (client.connection as { stream?: Socket } | null) : null;
  return typeof pid === 'number' && connection?.stream ? { pid, socket: connection.stream } : null;
}
