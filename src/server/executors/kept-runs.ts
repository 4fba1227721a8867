import { basename } from 'node:path';
import type { Checkpoint, Containerizer, ContainerSpec, ContainerUpdate } from '../../cluster/executor/containerizer.ts';
import type { Log } from '../../cluster/kernel/log.ts';
import { removeRunDirectory } from './run-directory.ts';

/** One container or process, from its launch or recovery to its end. */
interface Run {
  launch(): Promise<void>;
  recover(checkpoint: Checkpoint): Promise<void>;
  kill(graceMs: number): void;
}

/** What containerizers of real things have in common: which runs there are, each known until it has ended. */
export interface KeptRuns<R extends Run> extends Pick<Containerizer, 'launch' | 'recover' | 'kill' | 'remove'> {
  get: (containerId: string) => R | undefined;
}

export function keepRuns<R extends Run>(
  make: (spec: ContainerSpec, report: (update: ContainerUpdate) => void) => R,
  log: Log,
): KeptRuns<R> {
  const runs = new Map<string, R>();
  const begin = (spec: ContainerSpec, report: (update: ContainerUpdate) => void): R => {
    const run = make(spec, (update) => {
      if (update.type === 'ended') runs.delete(spec.containerId);
      report(update);
    });
    runs.set(spec.containerId, run);
    return run;
  };
  return {
    get: (containerId) => runs.get(containerId),
    launch: (spec, report) => void begin(spec, report).launch(),
    recover: (spec, checkpoint, report) => void begin(spec, report).recover(checkpoint),
    kill: (containerId, graceMs) => runs.get(containerId)?.kill(graceMs),
    // what was kept is the outcome; a directory of another name is none of ours, whatever a checkpoint says
    remove(containerId, { stateDirectory }) {
      if (typeof stateDirectory === 'string' && basename(stateDirectory) === `.${containerId}`)
        void removeRunDirectory(stateDirectory, log);
    },
  };
}
