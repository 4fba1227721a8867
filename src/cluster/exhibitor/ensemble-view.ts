import type { ZOOKEEPER_STATE } from '../../api/dcos/exhibitor.ts';
import type { ZooKeeperClient } from '../zookeeper/client.ts';

export interface ServerView {
  hostname: string;
  state: keyof typeof ZOOKEEPER_STATE;
  isLeader: boolean;
}

/** What Exhibitor supervises: an ensemble, embedded or real. The first server is the one on its own machine. */
export interface EnsembleView {
  servers: () => Promise<readonly [ServerView, ...ServerView[]]>;
  /** Port for clients. */
  port: number;
  /** Reads znodes; undefined while the ensemble does not serve. */
  client: () => ReadingClient | undefined;
  /** The answer to a word of four letters such as `ruok` or `srvr`; rejects with the reason where there is none. */
  say: (word: string, hostname: string) => Promise<string>;
  /** What was said lately on the machine of a server. */
  log: (hostname: string) => string;
  /** Starts and stops a server, and rejects with the reason where it cannot. Undefined where the servers are none of ours. */
  supervise?: (action: SupervisorAction, hostname: string) => Promise<void>;
  config: Readonly<Record<string, unknown>>;
}

export const SUPERVISOR_ACTIONS = ['start', 'stop', 'restart'] as const;
export type SupervisorAction = (typeof SUPERVISOR_ACTIONS)[number];

export type ReadingClient = Pick<ZooKeeperClient, 'get' | 'children' | 'exists'>;
