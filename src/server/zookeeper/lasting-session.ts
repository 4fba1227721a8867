import type { ZooKeeperClient } from '../../cluster/zookeeper/client.ts';
import type { EnsembleOptions } from './session-link.ts';
import { connectZooKeeper } from './zookeeper-client.ts';

/** For those who read: a session that is followed by a new one whenever it expires. */
export interface LastingSession {
  /** The session as it is now. */
  client(): ZooKeeperClient;
  /**
   * Calls at each connection, the present one included: the first of a session, and those after a break. What was read before may have
   * changed since, and watches of a session that expired are lost.
   */
  onConnected(listener: () => void): void;
  /** Calls with each gain and loss of the connection. Returns what ends it. */
  onChange(listener: (connected: boolean) => void): () => void;
  close(): Promise<void>;
}

export function openLastingSession(options: EnsembleOptions): LastingSession {
  let closed = false;
  let connected = false;
  const listeners = new Set<(connected: boolean) => void>();
  const open = (): ZooKeeperClient => {
    const session = connectZooKeeper(options);
    session.onState((state) => {
      if (closed) return;
      if (state === 'expired') client = open();
      if (connected === (state === 'connected')) return;
      connected = !connected;
      for (const listener of listeners) listener(connected);
    });
    return session;
  };
  let client = open();
  return {
    client: () => client,
    onConnected(listener) {
      listeners.add((isConnected) => {
        if (isConnected) listener();
      });
      if (connected) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      closed = true;
      await client.close();
    },
  };
}
