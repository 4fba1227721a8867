import type { Clock } from '../kernel/clock.ts';
import type { Containerizer, ContainerOutcome, ContainerSpec, ContainerUpdate } from './containerizer.ts';

/** Containers that do what a test says. They outlive agents, as real ones outlive a server that was killed. */
export interface ScriptedContainers {
  readonly containerizer: Containerizer;
  /** Every launch so far, in order. */
  readonly launched: ContainerSpec[];
  /** Task ids of what runs. */
  running(): string[];
  end(taskId: string, outcome: ContainerOutcome): void;
  /** From now on a launch stays in preparation until it is killed. */
  hold(): void;
  /** From now on kills only work after their grace. */
  ignoreTerm(): void;
  /** What the next health checks exit with. */
  checksExit(code: number): void;
  /** From now on a health check cannot be run at all. */
  checksReject(): void;
  /** The server is dead: nobody hears what containers report any more. */
  disconnect(): void;
}

interface Container {
  spec: ContainerSpec;
  outcome?: ContainerOutcome;
  report: (update: ContainerUpdate) => void;
}

const KILLED: ContainerOutcome = { state: 'TASK_KILLED', message: 'Command terminated with signal Terminated' };

export function scriptedContainers(clock: Clock): ScriptedContainers {
  const containers = new Map<string, Container>();
  const launched: ContainerSpec[] = [];
  let held = false;
  let ignoresTerm = false;
  let exitCode: number | undefined = 0;
  const end = (container: Container, outcome: ContainerOutcome): void => {
    if (container.outcome) return;
    container.outcome = outcome;
    container.report({ type: 'ended', outcome });
  };
  const containerizer: Containerizer = {
    kind: 'process',
    launch(spec, report) {
      launched.push(spec);
      containers.set(spec.containerId, { spec, report });
      if (held) report({ type: 'preparing', message: 'Held by the test' });
      else report({ type: 'running', pid: 4711, checkpoint: { pid: 4711 } });
    },
    recover(spec, _checkpoint, report) {
      const container = containers.get(spec.containerId);
      if (!container) return report({ type: 'ended', outcome: { state: 'TASK_FAILED', message: 'It was never started' } });
      container.report = report;
      report(container.outcome ? { type: 'ended', outcome: container.outcome } : { type: 'running', checkpoint: { pid: 4711 } });
    },
    kill(containerId, graceMs) {
      const container = containers.get(containerId);
      if (container) clock.after(ignoresTerm ? graceMs : 0, () => end(container, KILLED));
    },
    usage: async () => ({ cpusUserTimeSecs: 1, cpusSystemTimeSecs: 0.5, memRssBytes: 1024, memLimitBytes: 2048 }),
    async exec() {
      if (exitCode === undefined) throw new Error('The container does not answer');
      return exitCode;
    },
    remove: () => {},
  };
  return {
    containerizer,
    launched,
    running: () => [...containers.values()].filter(({ outcome }) => !outcome).map(({ spec }) => spec.taskId),
    end(taskId, outcome) {
      for (const container of containers.values()) if (container.spec.taskId === taskId) end(container, outcome);
    },
    hold: () => void (held = true),
    ignoreTerm: () => void (ignoresTerm = true),
    checksExit: (code) => void (exitCode = code),
    checksReject: () => void (exitCode = undefined),
    disconnect() {
      for (const container of containers.values()) container.report = () => {};
    },
  };
}
