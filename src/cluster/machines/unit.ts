import type { UnitState } from '../../api/machines/cluster.ts';
import { limits } from '../kernel/limits.ts';
import type { Kernel } from '../kernel/kernel.ts';

/** Something a unit waits for. `met` may throw or reject: that is "not yet". */
export interface Condition {
  /** Completes the sentence "waiting for …". */
  name: string;
  met(): boolean | Promise<boolean>;
}

/** A component of a machine as systemd would describe it: what it needs, how it starts, and when it is really there. */
export interface UnitSpec {
  /** `dcos-mesos-master.service` */
  id: string;
  name: string;
  description: string;
  /** Ids of units on the same machine that have to be active first. */
  requires?: readonly string[];
  /** What has to hold before it is started, in order (ExecStartPre). */
  before?: readonly Condition[];
  /** A throw fails the unit. */
  start?: () => void | Promise<void>;
  /** What has to hold, once started, for it to be active. */
  after?: readonly Condition[];
  /** Ends it; resolves when that is done. A unit without has no life of its own: it ends with its machine. Nothing to do when it does not run. */
  stop?: () => void | Promise<void>;
  /** Ends it together with its machine, where that is more than to stop it. */
  halt?: () => Promise<void>;
  /** Ends it at once, without a word to anybody, where that is other than to stop it. */
  crash?: () => void | Promise<void>;
  /** Why it cannot be stopped by itself. */
  lasting?: string;
  /** Why it is never started, for a component that this version does not have. */
  absent?: string;
}

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Why it is not started at all. */
  readonly absent: string | undefined;
  state(): UnitState;
  /** When it came into that state, in ms since the epoch. */
  since(): number;
  /** When its last start began; undefined when it was never started. */
  startedAt(): number | undefined;
  waitingFor(): string | undefined;
  /** It was stopped by itself, and stays so until it or its machine is started. */
  stopped(): boolean;
  /** Why it cannot be stopped by itself; undefined when it can. */
  readonly lasting: string | undefined;
  /** Its newest log lines, oldest first. */
  log(): readonly string[];
}

/** The start-up's hand on a unit. */
export interface UnitControl extends Unit {
  wait(condition: string): void;
  enter(state: UnitState, message: string): void;
  /** It is not to run, whatever its machine does. */
  keepStopped(): void;
}

const LEVELS: Record<UnitState, 'debug' | 'info' | 'error'> = {
  inactive: 'info',
  activating: 'debug',
  active: 'info',
  deactivating: 'debug',
  failed: 'error',
};

export function createUnit(kernel: Kernel, machine: string, spec: UnitSpec): UnitControl {
  const log = kernel.log.as(`${spec.id.replace(/\.service$/, '')}@${machine}`);
  const lines: string[] = [];
  let state: UnitState = 'inactive';
  let since = kernel.clock.now();
  let startedAt: number | undefined;
  let waitingFor: string | undefined;
  let stopped = false;
  const say = (level: 'debug' | 'info' | 'error', message: string): void => {
    lines.push(`${new Date(kernel.clock.now()).toISOString()} ${message}`);
    if (lines.length > limits.unitLogLines) lines.shift();
    log[level](message);
  };
  return {
    id: spec.id,
    name: spec.name,
    description: spec.description,
    absent: spec.absent,
    state: () => state,
    since: () => since,
    startedAt: () => startedAt,
    waitingFor: () => waitingFor,
    stopped: () => stopped,
    lasting: spec.stop ? undefined : (spec.lasting ?? `${spec.name} has no process of its own here: it ends with its machine.`),
    log: () => lines,
    wait(condition) {
      if (condition === waitingFor) return;
      waitingFor = condition;
      say('debug', `Waiting for ${condition}.`);
    },
    enter(next, message) {
      state = next;
      since = kernel.clock.now();
      if (next === 'activating') startedAt = since;
      waitingFor = undefined;
      if (next === 'activating') stopped = false;
      say(LEVELS[next], message);
    },
    keepStopped() {
      stopped = true;
    },
  };
}
