import type { Kernel } from '../kernel/kernel.ts';
import type { Containerizer } from './containerizer.ts';
import type { SandboxFiles } from './sandbox-files.ts';
import { startSimulatedRun, type SimulatedRun } from './simulated-run.ts';

/** Memory that a simulated container seems to use, as a share of its limit, and the cpus of those it may use. */
const MEMORY_SHARE = 0.4;
const CPU_SHARE = 0.05;
const BYTES_PER_MB = 1024 * 1024;

/**
 * Runs nothing: tasks live by a script that labels steer (see simulated-labels.ts). Everything says so: the first line of
 * stdout and every later one, and the label `SIMULATED` of the task. `reason`: why nothing real is run, as a sentence.
 */
export function createSimulatedContainerizer(kernel: Kernel, files: SandboxFiles, options: { reason: string }): Containerizer {
  const runs = new Map<string, SimulatedRun>();
  /** Images that a machine has pulled, as `machine image`. */
  const pulled = new Set<string>();
  return {
    kind: 'simulated',
    simulatedBecause: options.reason,
    launch(spec, report) {
      runs.set(spec.containerId, startSimulatedRun({ kernel, files, pulled, reason: options.reason, spec, report }));
    },
    recover(spec, checkpoint, report) {
      const startedAt = Number(checkpoint['startedAt']);
      const resumed = Number.isFinite(startedAt) ? { startedAt } : {};
      runs.set(spec.containerId, startSimulatedRun({ kernel, files, pulled, reason: options.reason, spec, report, ...resumed }));
    },
    kill: (containerId, graceMs) => runs.get(containerId)?.kill(graceMs),
    async usage(containerId) {
      const run = runs.get(containerId);
      const startedAt = run?.runningSince();
      if (!run || startedAt === undefined) return undefined;
      const { cpus, mem } = run.resources;
      const seconds = (kernel.clock.now() - startedAt) / 1000;
      return {
        cpusUserTimeSecs: seconds * cpus * CPU_SHARE,
        cpusSystemTimeSecs: (seconds * cpus * CPU_SHARE) / 4,
        memRssBytes: Math.round(mem * BYTES_PER_MB * MEMORY_SHARE),
        memLimitBytes: mem * BYTES_PER_MB,
      };
    },
    exec: async (containerId) => runs.get(containerId)?.checkExitCode ?? 1,
    remove(containerId) {
      runs.delete(containerId);
    },
  };
}
