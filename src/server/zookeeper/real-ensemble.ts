import type { Log } from '../../cluster/kernel/log.ts';
import type { RealEnsemble } from '../../cluster/machines/master-machine.ts';
import type { ProcessSession } from '../../cluster/zookeeper/client.ts';
import type { ZooKeeperEnsemble } from '../../cluster/zookeeper/ensemble.ts';
import { majorityOf } from '../../cluster/zookeeper/rules.ts';
import { openLastingSession } from './lasting-session.ts';
import { realView } from './real-view.ts';
import { connectZooKeeper } from './zookeeper-client.ts';
import type { ZooKeeperUrl } from './zookeeper-url.ts';

export interface OpenedEnsemble extends RealEnsemble {
  close(): Promise<void>;
}

/** The session timeout that is asked for: a server grants no less than twice its tick, 4 s by default. */
const SESSION_TIMEOUT_MS = 4_000;

/**
 * A real ensemble for the masters of a cluster that runs here. It serves as long as it can be reached; which of its servers are up is its
 * own affair. `machines`: names of the masters, which stand for servers where one is asked for.
 */
export function openRealEnsemble(url: ZooKeeperUrl, machines: readonly string[], log: Log): OpenedEnsemble {
  const options = { servers: url.servers, timeoutMs: SESSION_TIMEOUT_MS, ...(url.login !== undefined && { login: url.login }) };
  const watcher = openLastingSession({ ...options, onTrouble: (reason) => log.warn(`ZooKeeper cannot be reached: ${reason}`) });
  const holds = (): boolean => watcher.client().state() === 'connected';
  const sessions = new Set<ProcessSession>();
  const connect = (): ProcessSession => {
    const session = connectZooKeeper(options);
    sessions.add(session);
    session.onState((state) => {
      if (state === 'expired') sessions.delete(session);
    });
    return session;
  };
  const ensemble: ZooKeeperEnsemble = {
    start() {},
    stop() {},
    servers: () => machines.map((name) => ({ name, up: holds(), leads: false })),
    needed: majorityOf(machines.length),
    hasMajority: holds,
    onMajority: (listener) => watcher.onChange(listener),
    connect,
  };
  return {
    ensemble,
    view: realView(url, watcher),
    async close() {
      await Promise.all([...sessions, watcher].map((session) => session.close()));
    },
  };
}
