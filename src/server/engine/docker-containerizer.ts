import type { Containerizer } from '../../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import { keepRuns } from '../executors/kept-runs.ts';
import { execInside } from './container-exec.ts';
import type { ContainerSettings } from './container-options.ts';
import { readUsage } from './container-usage.ts';
import { DockerRun, type DockerContext } from './docker-run.ts';
import { SharedNetworks } from './shared-networks.ts';
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
  const log = kernel.log.as('docker-containerizer');
  const connection = new EngineConnection(engine, kernel.clock, log);
  const networks = new SharedNetworks(connection, settings, log);
  const context: DockerContext = { clock: kernel.clock, log, files, engine: connection, settings, networks };
  const { get, ...runs } = keepRuns((spec, report) => new DockerRun(context, spec, report), log);
  return {
    kind: 'docker',
    // a container itself goes as soon as its end is reported: `remove` has only what was kept of it
    ...runs,
    async usage(containerId) {
      const run = get(containerId);
      // Between two samples the container may end or the engine go away: then there is nothing to tell.
      return run && readUsage(run.container, run.spec.resources.mem * 1024 * 1024).catch(() => undefined);
    },
    async exec(containerId, command, timeoutMs) {
      const run = get(containerId);
      return run ? execInside(run.container, command, kernel.clock, timeoutMs).catch(() => 1) : 1;
    },
  };
}
