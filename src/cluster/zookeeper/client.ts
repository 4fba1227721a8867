import type { CreateOptions } from './mutations.ts';
import type { Stat } from './state.ts';
import type { Watch } from './watches.ts';

/**
 * `suspended`: no server that is part of a majority answers. Whether the session goes on is not known, so nobody leads by it
 * meanwhile. `expired`: its ephemeral nodes are gone and it does not come back; connect again.
 */
export type SessionState = 'connected' | 'suspended' | 'expired';

/**
 * A session with an ensemble, embedded or real: the same calls for both. Every call rejects with ZooKeeperError where a server
 * refuses (NoNode, NodeExists, NotEmpty, BadVersion, …), with ConnectionLoss while the session is suspended, and with
 * SessionExpired after its end. Watches fire once.
 */
export interface ZooKeeperClient {
  state(): SessionState;
  /** Told of each change of the state, the last being `expired`. Returns what ends it. */
  onState(listener: (state: SessionState) => void): () => void;
  /** Returns the path, which for a sequential node is longer than the one given. */
  create(path: string, data: Uint8Array, options?: CreateOptions): Promise<string>;
  /** Creates a persistent node and the parents that are missing; what exists stays as it is. */
  ensure(path: string): Promise<void>;
  get(path: string, watch?: Watch): Promise<{ data: Uint8Array; stat: Stat }>;
  /** `version` -1 or undefined: whatever it is now. */
  set(path: string, data: Uint8Array, version?: number): Promise<Stat>;
  remove(path: string, version?: number): Promise<void>;
  /** Names of the children, sorted. */
  children(path: string, watch?: Watch): Promise<string[]>;
  exists(path: string, watch?: Watch): Promise<Stat | undefined>;
  /** Ends the session at once, and with it its ephemeral nodes. */
  close(): Promise<void>;
}

/** The session of a component's process. */
export interface ProcessSession extends ZooKeeperClient {
  /** The process ends without a word: what it made lasts until the session times out. */
  die(): void;
}
