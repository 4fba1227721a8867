import { StatusText } from '../../ui/StatusText.tsx';
import type { Tone } from '../../ui/tones.ts';

const TONES: Record<string, Tone> = {
  TASK_STAGING: 'info',
  TASK_STARTING: 'info',
  TASK_RUNNING: 'ok',
  TASK_KILLING: 'warn',
  TASK_UNREACHABLE: 'warn',
  TASK_FINISHED: 'idle',
  TASK_KILLED: 'idle',
};

/** A task's state by Mesos' own name, which is what operators search for, without its prefix. */
export function TaskState({ state }: { state: string }) {
  return <StatusText tone={TONES[state] ?? 'danger'}>{state.replace('TASK_', '')}</StatusText>;
}
