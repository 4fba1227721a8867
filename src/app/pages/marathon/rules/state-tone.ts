import type { Tone } from '../../../ui/tones.ts';

/** What a task's state in Mesos means to a reader. */
export function stateTone(state: string | null | undefined): Tone {
  switch (state) {
    case 'TASK_RUNNING':
      return 'ok';
    case 'TASK_STAGING':
    case 'TASK_STARTING':
      return 'info';
    case 'TASK_KILLING':
    case 'TASK_UNREACHABLE':
      return 'warn';
    case 'TASK_KILLED':
    case 'TASK_FINISHED':
      return 'idle';
    default:
      return 'danger';
  }
}
