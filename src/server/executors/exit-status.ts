import { constants } from 'node:os';
import type { ContainerOutcome } from '../../cluster/executor/containerizer.ts';

/** What the C library calls the signals (strsignal), which is what Mesos prints. */
const SIGNAL_TEXTS: Readonly<Record<string, string>> = {
  SIGHUP: 'Hangup',
  SIGINT: 'Interrupt',
  SIGQUIT: 'Quit',
  SIGILL: 'Illegal instruction',
  SIGTRAP: 'Trace/breakpoint trap',
  SIGABRT: 'Aborted',
  SIGBUS: 'Bus error',
  SIGFPE: 'Floating point exception',
  SIGKILL: 'Killed',
  SIGUSR1: 'User defined signal 1',
  SIGSEGV: 'Segmentation fault',
  SIGUSR2: 'User defined signal 2',
  SIGPIPE: 'Broken pipe',
  SIGALRM: 'Alarm clock',
  SIGTERM: 'Terminated',
  SIGXCPU: 'CPU time limit exceeded',
  SIGXFSZ: 'File size limit exceeded',
};

const textByStatus = new Map(
  Object.entries(constants.signals).flatMap(([name, number]) => {
    const text = SIGNAL_TEXTS[name];
    return text === undefined ? [] : [[128 + number, text] as const];
  }),
);

/** `Command exited with status 1`; a status of 128 + n is how a shell reports a death by signal n. */
function describeExit(status: number, subject: string): string {
  const signal = textByStatus.get(status);
  return signal === undefined ? `${subject} exited with status ${status}` : `${subject} terminated with signal ${signal}`;
}

/** What became of a task by the exit status of its process; undefined when nobody saw it end. */
export function exitOutcome(status: number | undefined, killed: boolean, subject: string): ContainerOutcome {
  const message =
    status === undefined
      ? `${subject} ended while nothing watched it (this machine was restarted, or its supervisor was killed): its exit status is not known`
      : describeExit(status, subject);
  if (killed) return { state: 'TASK_KILLED', message };
  return { state: status === 0 ? 'TASK_FINISHED' : 'TASK_FAILED', message };
}
