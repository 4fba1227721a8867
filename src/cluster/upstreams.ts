import type { Fetch } from '../api/http/fetch.ts';

/** What a cluster offers behind the adminRouter. Paths are those of each product itself (`/v2/apps`, `/state-summary`). */
export interface ClusterUpstreams {
  mesos: Fetch;
  marathon: Fetch;
  chronos: Fetch;
  exhibitor: Fetch;
  mesosDns: Fetch;
  diagnostics: Fetch;
  history: Fetch;
  network: Fetch;
  /** Our own API for machines. */
  machines: Fetch;
  /** The Mesos master of one machine, leading or not; undefined when the cluster has no such master. */
  master(name: string): Fetch | undefined;
  /** An agent's API by its Mesos id (or machine name); undefined when the cluster has no such agent. */
  agent(id: string): Fetch | undefined;
}
