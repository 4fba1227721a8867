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
  /** Jobs of Chronos, parents before children, that are there when the world is new. */
  jobs?: readonly ScenarioJob[];
  /** What its history tells of the day before it began; without it that begins with the world. */
  past?: ScenarioPast;
}

/** How a world is said to have been before it began, in CPUs and MB. */
export interface ScenarioPast {
  total: Amounts;
  /** At the time when it begins. */
  allocated: Amounts;
  /** Shares of what was allocated, from 0 to 1; undefined for what nobody measures. */
  used: { [Kind in keyof Amounts]: number | undefined };
  nodes: number;
  tasks: number;
  endedPerHour: { failed: number; other: number };
}

interface Amounts {
  cpus: number;
  mem: number;
  disk: number;
}

/** A job, and what it did before the world began. */
export interface ScenarioJob {
  /** As a user would post it. */
  body: JobBody;
  past?: {
    /** How many runs, the latest that its schedule or its first parent had. */
    runs: number;
    /** How long each took at least and at most. */
    seconds: [least: number, most: number];
    /** Which of them failed, counted from the latest one: 0. */
    failed?: readonly number[];
  };
}

/** By the clock or after other jobs; what is left out has Chronos' defaults. */
export interface JobBody {
  name: string;
  command: string;
  schedule?: string;
  parents?: readonly string[];
  [field: string]: unknown;
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
