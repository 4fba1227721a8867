import { basename } from 'node:path';
import type { Containerizer, ContainerSpec, ContainerUpdate } from '../../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import { removeRunDirectory } from '../executors/run-directory.ts';
import { execInside } from './container-exec.ts';
import type { ContainerSettings } from './container-options.ts';
import { readUsage } from './container-usage.ts';
import { DockerRun, type DockerContext } from './docker-run.ts';
import { EngineConnection, type EngineAccess } from './engine-connection.ts';

/**
 * Runs tasks as containers of a real engine (Docker, or Podman by Docker's API). Containers belong to the engine, not to us:
 * they live through a restart of the server and are found again by name.
 */
export function createDockerContainerizer(
  kernel: Kernel,
  engine: EngineAccess,
  files: SandboxFiles,
  settings: ContainerSettings,
): Containerizer {
  const runs = new Map<string, DockerRun>();
  const log = kernel.log.as('docker-containerizer');
  const connection = new EngineConnection(engine, kernel.clock, log);
  const context: DockerContext = { clock: kernel.clock, log, files, engine: connection, settings };

  const begin = (spec: ContainerSpec, report: (update: ContainerUpdate) => void, work: (run: DockerRun) => Promise<void>): void => {
    const run = new DockerRun(context, spec, (update) => {
      if (update.type === 'ended') runs.delete(spec.containerId);
      report(update);
    });
    runs.set(spec.containerId, run);
    void work(run);
  };

  return {
    kind: 'docker',
    launch: (spec, report) => begin(spec, report, (run) => run.launch()),
    recover: (spec, checkpoint, report) => begin(spec, report, (run) => run.recover(checkpoint)),
    kill: (containerId, graceMs) => runs.get(containerId)?.kill(graceMs),
    async usage(containerId) {
      const run = runs.get(containerId);
      // Between two samples the container may end or the engine go away: then there is nothing to tell.
      return run && readUsage(run.container, run.spec.resources.mem * 1024 * 1024).catch(() => undefined);
    },
    async exec(containerId, command, timeoutMs) {
      const run = runs.get(containerId);
      return run ? execInside(run.container, command, kernel.clock, timeoutMs).catch(() => 1) : 1;
    },
    remove(containerId, { stateDirectory }) {
      // The container itself goes as soon as its end is reported; what was kept is its outcome.
      if (typeof stateDirectory === 'string' && basename(stateDirectory) === `.${containerId}`)
        void removeRunDirectory(stateDirectory, log);
    },
  };
}
