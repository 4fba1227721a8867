import type { JobRun, RunState } from '../../../api/chronos/job.ts';
import type { MesosTask } from '../../live/mesos-tasks.ts';

/** Chronos' own form of task ids: `ct:<due in ms>:<attempt>:<job>:<arguments>`. */
const TASK_ID = /^ct:(?<due>\d+):(?<attempt>\d+):(?<job>[\w.-]+):(?<args>.*)$/s;

const STATES: Partial<Record<string, RunState>> = {
  TASK_STAGING: 'staging',
  TASK_STARTING: 'staging',
  TASK_FINISHED: 'success',
  TASK_KILLED: 'killed',
};

/** The runs of a job among the tasks that Mesos remembers, newest first: what there is in front of a Chronos that keeps no history. */
export function runsOfTasks(tasks: readonly MesosTask[], job: string): JobRun[] {
  return tasks
    .flatMap((task) => runOfTask(task, job) ?? [])
    .toSorted((a, b) => (a.scheduled === b.scheduled ? b.attempt - a.attempt : a.scheduled < b.scheduled ? 1 : -1));
}

function runOfTask(task: MesosTask, job: string): JobRun | undefined {
  const parts = TASK_ID.exec(task.id)?.groups;
  if (!parts || parts['job'] !== job) return undefined;
  return {
    taskId: task.id,
    job,
    state: STATES[task.state] ?? (task.stage === 'completed' ? 'failure' : 'running'),
    scheduled: new Date(Number(parts['due'])).toISOString(),
    ...(task.startedAt !== undefined && { started: new Date(task.startedAt).toISOString() }),
    ...(task.stoppedAt !== undefined && { finished: new Date(task.stoppedAt).toISOString() }),
    attempt: Number(parts['attempt']),
    arguments: parts['args'] ?? '',
    agentId: task.agentId,
  };
}
