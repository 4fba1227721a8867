import type { MachineConfig } from '../../src/cluster/machines/machine.ts';

/** A named world: which machines there are and what is asked of Marathon once they run. All tasks in it are simulated. */
export interface Scenario {
  /** As in `?scenario=`. */
  name: string;
  title: string;
  machines: readonly MachineConfig[];
  /** Of everything that is left to chance. */
  seed: number;
  /** Bodies of `POST /v2/apps`, in this order, when the world is new; all of them are in groups if they are put there `groupwise`. */
  apps: readonly AppBody[];
  /** Puts all apps of a group at once, as one deployment: one after the other a thousand apps take a minute. */
  groupwise?: boolean;
}

/** An app as a user would post it; what is left out has Marathon's defaults. */
export interface AppBody {
  id: string;
  cmd?: string;
  cpus: number;
  mem: number;
  instances: number;
  [field: string]: unknown;
}
