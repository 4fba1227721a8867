import { basename } from 'node:path';
import type { Containerizer, ContainerSpec, ContainerUpdate } from '../../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import { readSystemNames } from '../system/system-names.ts';
import { commandArgv } from './command-argv.ts';
import { ProcessRun, type ProcessContext } from './process-run.ts';
import { groupUsage } from './process-table.ts';
import { runToEnd } from './run-command.ts';
import { removeRunDirectory } from './run-directory.ts';
import { taskEnvironment } from './task-environment.ts';

/**
 * Runs commands as real processes in their sandboxes, as Mesos' own containerizer does without isolation. A process does not
 * depend on ours: a small supervisor keeps its exit status, so it lives through a restart of the server.
 */
export function createProcessContainerizer(kernel: Kernel, files: SandboxFiles): Containerizer {
  const runs = new Map<string, ProcessRun>();
  const context: ProcessContext = { clock: kernel.clock, log: kernel.log.as('process-containerizer'), files, names: readSystemNames() };

  const begin = (spec: ContainerSpec, report: (update: ContainerUpdate) => void, work: (run: ProcessRun) => Promise<void>): void => {
    const run = new ProcessRun(context, spec, (update) => {
      if (update.type === 'ended') runs.delete(spec.containerId);
      report(update);
    });
    runs.set(spec.containerId, run);
    void work(run);
  };

  return {
    kind: 'process',
    launch: (spec, report) => begin(spec, report, (run) => run.launch()),
    recover: (spec, checkpoint, report) => begin(spec, report, (run) => run.recover(checkpoint)),
    kill: (containerId, graceMs) => runs.get(containerId)?.kill(graceMs),
    async usage(containerId) {
      const run = runs.get(containerId);
      const used = run?.process && (await groupUsage(run.process.pid));
      return (
        used && {
          cpusUserTimeSecs: used.userSeconds,
          cpusSystemTimeSecs: used.systemSeconds,
          memRssBytes: used.residentBytes,
          memLimitBytes: run.spec.resources.mem * 1024 * 1024,
        }
      );
    },
    async exec(containerId, command, timeoutMs) {
      const spec = runs.get(containerId)?.spec;
      if (!spec) return 1;
      return runToEnd(kernel.clock, commandArgv(command), { directory: spec.sandbox, environment: taskEnvironment(spec), timeoutMs });
    },
    remove(containerId, { stateDirectory }) {
      if (typeof stateDirectory !== 'string' || basename(stateDirectory) !== `.${containerId}`) return;
      void removeRunDirectory(stateDirectory, context.log);
    },
  };
}
