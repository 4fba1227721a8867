import type { ProcessSession, SessionState } from '../../cluster/zookeeper/client.ts';
import { ZooKeeperError } from '../../cluster/zookeeper/errors.ts';
import type { WatchEvent } from '../../cluster/zookeeper/watches.ts';
import { openConnection, type Connection, type Question, type ServerAddress } from './connection.ts';
import type { JuteReader, JuteWriter } from './jute.ts';
import { OPERATION, XID, type Operation, type SessionIdentity } from './protocol.ts';
import type { WatchRegistry } from './watch-registry.ts';

export interface EnsembleOptions {
  servers: readonly ServerAddress[];
  /** Session timeout in ms that is asked for; a server grants 4 to 40 s by default. */
  timeoutMs?: number;
  /** `user:password` for access lists of the scheme `digest`. */
  login?: string;
  /** Told why a connection was lost, or the session, or why the first try came to nothing. */
  onTrouble?: (reason: string) => void;
}

/**
 * A session over as many connections as it takes, with one server of the ensemble at a time. It is suspended at first, and expired
 * also when it was closed.
 */
export interface SessionLink extends Pick<ProcessSession, 'state' | 'onState' | 'close' | 'die'> {
  /** Waits for the first connection. Rejects with ZooKeeperError: ConnectionLoss when there is none, or it broke before the answer. */
  request(question: Question): Promise<JuteReader>;
}

const TIMEOUT_MS = 10_000;
const PAUSE_MS = 500;
const FAREWELL_MS = 1_000;

interface Link {
  options: EnsembleOptions & { timeoutMs: number };
  watches: WatchRegistry;
  identity: SessionIdentity;
  state: SessionState;
  listeners: Set<(state: SessionState) => void>;
  connection: Connection | undefined;
  first: PromiseWithResolvers<Connection>;
  /** Next to try; counts on without end. */
  next: number;
  retry: NodeJS.Timeout | undefined;
  expiry: NodeJS.Timeout | undefined;
}

export function openSession(options: EnsembleOptions, watches: WatchRegistry): SessionLink {
  const servers = options.servers.toSorted(() => Math.random() - 0.5);
  const timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
  const link: Link = {
    options: { ...options, servers, timeoutMs },
    watches,
    identity: { id: 0n, password: Buffer.alloc(16), lastZxid: 0n },
    state: 'suspended',
    listeners: new Set(),
    connection: undefined,
    first: Promise.withResolvers(),
    next: 0,
    retry: undefined,
    expiry: undefined,
  };
  // those who wait for it hear what became of it
  link.first.promise.catch(() => {});
  connect(link);
  return {
    state: () => link.state,
    onState(listener) {
      link.listeners.add(listener);
      return () => void link.listeners.delete(listener);
    },
    request: async (question) => (await connectionOf(link, question.path)).request(question),
    async close() {
      const { connection } = link;
      // first, so that the connection's end is not taken for a loss
      end(link);
      if (!connection) return;
      const farewell = connection.request({ operation: OPERATION.closeSession, path: '/' }).catch(() => {});
      await Promise.race([farewell, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS).unref())]);
      connection.close();
    },
    die() {
      const { connection } = link;
      end(link);
      connection?.close();
    },
  };
}

const isOver = ({ state }: Link): boolean => state === 'expired';

async function connectionOf(link: Link, path: string): Promise<Connection> {
  if (isOver(link)) throw new ZooKeeperError('SessionExpired', path);
  if (link.connection) return link.connection;
  if (link.identity.id !== 0n) throw new ZooKeeperError('ConnectionLoss', path);
  return link.first.promise;
}

function enter(link: Link, state: SessionState): void {
  if (link.state === state) return;
  link.state = state;
  for (const listener of link.listeners) listener(state);
}

function end(link: Link, trouble?: string): void {
  if (isOver(link)) return;
  clearTimeout(link.retry);
  clearTimeout(link.expiry);
  link.connection = undefined;
  link.first.reject(new ZooKeeperError('SessionExpired', '/'));
  if (trouble !== undefined) link.options.onTrouble?.(trouble);
  enter(link, 'expired');
}

function connect(link: Link): void {
  const { servers, timeoutMs } = link.options;
  const server = servers[link.next++ % servers.length];
  if (!server) throw new Error('An ensemble has at least one server.');
  const connection = openConnection({
    server,
    session: link.identity,
    timeoutMs,
    connectTimeoutMs: timeoutMs / servers.length,
    onConnected: (granted) => (granted ? begin(link, connection, granted) : expire(link, connection)),
    onEvent: (event: WatchEvent) => {
      if (!isOver(link)) link.watches.fire(event);
    },
    onZxid: (zxid) => void (link.identity.lastZxid = zxid),
    onClose: (reason) => lost(link, `${server.host}:${server.port}: ${reason}`),
  });
}

function expire(link: Link, connection: Connection): void {
  end(link, 'The ensemble has forgotten the session.');
  connection.close();
}

/** The session goes on, or begins, at this connection: it logs in and watches again before anybody else says something. */
function begin(link: Link, connection: Connection, granted: { timeoutMs: number; id: bigint; password: Buffer }): void {
  if (isOver(link)) return connection.close();
  clearTimeout(link.expiry);
  link.options.timeoutMs = granted.timeoutMs;
  Object.assign(link.identity, { id: granted.id, password: granted.password });
  greet(link, connection);
  link.connection = connection;
  enter(link, 'connected');
  link.first.resolve(connection);
}

function greet({ options: { login }, watches, identity }: Link, connection: Connection): void {
  const tell = (xid: number, operation: Operation, write: (body: JuteWriter) => void): void =>
    void connection.request({ operation, path: '/', write, xid }).catch(() => {});
  if (login !== undefined) tell(XID.auth, OPERATION.auth, (body) => body.int(0).string('digest').string(login));
  const watched = (['data', 'exists', 'children'] as const).map((kind) => watches.paths(kind));
  if (watched.every((paths) => paths.length === 0)) return;
  tell(XID.setWatches, OPERATION.setWatches, (body) => watched.reduce((all, paths) => all.strings(paths), body.long(identity.lastZxid)));
}

function lost(link: Link, reason: string): void {
  if (isOver(link)) return;
  const had = link.connection !== undefined;
  link.connection = undefined;
  if (had || link.next === 1) link.options.onTrouble?.(reason);
  if (had) {
    // as Curator and Mesos do: a session that could not be kept alive for its timeout is over, whatever the ensemble says later
    link.expiry = setTimeout(() => end(link, 'There was no connection for as long as the session lives.'), link.options.timeoutMs);
    enter(link, 'suspended');
  }
  const pause = had ? 0 : PAUSE_MS * (0.5 + Math.random());
  link.retry = setTimeout(() => connect(link), pause);
}
