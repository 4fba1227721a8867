import type { Log } from '../../cluster/kernel/log.ts';
import { openLastingSession, type LastingSession } from './lasting-session.ts';
import type { ZooKeeperUrl } from './zookeeper-url.ts';

/** One session for all that is read of an ensemble, whatever the path. */
export interface Ensembles {
  at(url: ZooKeeperUrl): LastingSession;
  close(): Promise<void>;
}

export function createEnsembles(log: Log): Ensembles {
  const sessions = new Map<string, LastingSession>();
  const open = ({ servers, login }: ZooKeeperUrl): LastingSession =>
    openLastingSession({
      servers,
      ...(login !== undefined && { login }),
      onTrouble: (reason) => log.warn(`ZooKeeper is away, so that changes of leaders are not heard: ${reason}`),
    });
  return {
    at(url) {
      const key = JSON.stringify([url.servers, url.login]);
      const session = sessions.get(key) ?? open(url);
      sessions.set(key, session);
      return session;
    },
    async close() {
      await Promise.all(Array.from(sessions.values(), (session) => session.close()));
    },
  };
}
