import type { ContainerInspectInfo } from 'dockerode';
import type { ContainerOutcome } from '../../cluster/executor/containerizer.ts';

/** What became of a task by the state of its ended container. */
export function containerOutcome(state: ContainerInspectInfo['State'], killed: boolean, memoryMb: number): ContainerOutcome {
  const message = [`Container exited with status ${state.ExitCode}`, state.Error].filter(Boolean).join(': ');
  if (killed) return { state: 'TASK_KILLED', message };
  if (state.OOMKilled) {
    return {
      state: 'TASK_FAILED',
      message: `Memory limit exceeded: the container needed more than its ${memoryMb} MB and was killed. Give the app more memory`,
      reason: 'REASON_CONTAINER_LIMITATION_MEMORY',
    };
  }
  return { state: state.ExitCode === 0 ? 'TASK_FINISHED' : 'TASK_FAILED', message };
}
