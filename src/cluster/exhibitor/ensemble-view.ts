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
  /** Exhibitor's own log. */
  log: () => string;
  config: Readonly<Record<string, unknown>>;
}

export type ReadingClient = Pick<ZooKeeperClient, 'get' | 'children' | 'exists'>;
