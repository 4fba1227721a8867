import { existsSync, readFileSync } from 'node:fs';

/** A process that a task ran as. */
export interface StartedTask {
  taskId: string;
  /** Of which at most one task may be alive. */
  instanceId: string;
  appId: string;
  pid: number;
}

/** A command that writes down who it is, and then is one process that does nothing until it is killed. */
export const recordingCommand = (file: string): string => `echo "$MESOS_TASK_ID $MARATHON_APP_ID $$" >>'${file}'; exec sleep 1000`;

/** Every start of a task with that command, in order. */
export function startedTasks(file: string): StartedTask[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [taskId = '', appId = '', pid = ''] = line.split(' ');
    return pid === '' ? [] : [{ taskId, appId, pid: Number(pid), instanceId: taskId.replace(/\._app\.\d+$/, '') }];
  });
}

export function isAlive({ pid }: StartedTask): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** The names that come more than once. */
export const repeated = (names: readonly string[]): string[] => names.filter((name, index) => names.indexOf(name) !== index);
