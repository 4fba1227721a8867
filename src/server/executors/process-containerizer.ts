import type { Containerizer } from '../../cluster/executor/containerizer.ts';
import type { SandboxFiles } from '../../cluster/executor/sandbox-files.ts';
import type { Kernel } from '../../cluster/kernel/kernel.ts';
import { readSystemNames } from '../system/system-names.ts';
import { commandArgv } from './command-argv.ts';
import { keepRuns } from './kept-runs.ts';
import { ProcessRun, type ProcessContext } from './process-run.ts';
import { groupUsage } from './process-table.ts';
import { runToEnd } from './run-command.ts';
import { taskEnvironment } from './task-environment.ts';

/**
 * Runs commands as real processes in their sandboxes, as Mesos' own containerizer does without isolation. A process does not
 * depend on ours: a small supervisor keeps its exit status, so it lives through a restart of the server.
 */
export function createProcessContainerizer(kernel: Kernel, files: SandboxFiles): Containerizer {
  const context: ProcessContext = { clock: kernel.clock, log: kernel.log.as('process-containerizer'), files, names: readSystemNames() };
  const { get, ...runs } = keepRuns((spec, report) => new ProcessRun(context, spec, report), context.log);
  return {
    kind: 'process',
    ...runs,
    async usage(containerId) {
      const run = get(containerId);
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
      const spec = get(containerId)?.spec;
      if (!spec) return 1;
      return runToEnd(kernel.clock, commandArgv(command), { directory: spec.sandbox, environment: taskEnvironment(spec), timeoutMs });
    },
  };
}
