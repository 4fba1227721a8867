import type { TaskFailure } from '../../../live/marathon-wire.ts';
import type { TaskHistory } from '../../../live/task-history.ts';

/** How an instance ended that should have gone on. Times in milliseconds since the epoch. */
export interface TaskEnding {
  taskId: string;
  agentId: string | undefined;
  host: string | undefined;
  state: string;
  at: number;
  /** How long it had been running; undefined when it is not known whether it ever was. */
  ranFor: number | undefined;
  message: string;
  /** Of the process: 137 for one that was killed. */
  exitCode: number | undefined;
  /** Mesos' name for why. */
  reason: string | undefined;
}

/** States that end a task without anyone having asked for it. A task that finishes is one too: Marathon's apps are to go on. */
const ENDED_BY_ITSELF: ReadonlySet<string> = new Set([
  'TASK_FAILED',
  'TASK_FINISHED',
  'TASK_ERROR',
  'TASK_LOST',
  'TASK_DROPPED',
  'TASK_GONE',
  'TASK_GONE_BY_OPERATOR',
]);

/**
 * Whether Mesos' task is one of the app's: Marathon names them `shop_web.instance-<uuid>._app.1`, before 1.6 `shop_web.<uuid>`;
 * `/web` must not take those of `/web.api`.
 */
export function isTaskOf(appId: string, taskId: string): boolean {
  const prefix = `${appId.slice(1).replaceAll('/', '_')}.`;
  return taskId.startsWith(prefix) && /^(?:instance-|marathon-)?[0-9a-f]{8}-[0-9a-f-]{27}/.test(taskId.slice(prefix.length));
}

/**
 * All endings that Mesos remembers and the last one that Marathon does, newest first. Mesos' list is fuller, Marathon's last
 * failure outlives it and includes instances that it killed itself, for failing their health checks.
 */
export function taskEndings(remembered: readonly TaskHistory[], last: TaskFailure | null | undefined): TaskEnding[] {
  const endings = remembered.filter(({ state }) => ENDED_BY_ITSELF.has(state)).map(endingOf);
  const known = endings.find(({ taskId }) => taskId === last?.taskId);
  if (last) {
    if (known === undefined) endings.push(endingOfFailure(last));
    else if (known.message === '') Object.assign(known, said(last.message));
  }
  return endings.sort((a, b) => b.at - a.at);
}

function endingOf({ id, agentId, state, statuses }: TaskHistory): TaskEnding {
  const end = statuses.findLast((status) => status.state === state);
  const running = statuses.find((status) => status.state === 'TASK_RUNNING');
  const at = end?.at ?? 0;
  return {
    taskId: id,
    agentId,
    host: undefined,
    state,
    at,
    ranFor: running === undefined ? undefined : Math.max(0, at - running.at),
    reason: end?.reason,
    ...said(end?.message ?? ''),
  };
}

const endingOfFailure = (failure: TaskFailure): TaskEnding => ({
  taskId: failure.taskId,
  agentId: failure.slaveId ?? undefined,
  host: failure.host ?? undefined,
  state: failure.state,
  at: Date.parse(failure.timestamp),
  ranFor: undefined,
  reason: undefined,
  ...said(failure.message),
});

const said = (message: string): Pick<TaskEnding, 'message' | 'exitCode'> => ({ message, exitCode: exitCodeOf(message) });

/** From what Mesos' executors say: "Command exited with status 3", "Container exited with status 137". */
export function exitCodeOf(message: string): number | undefined {
  const code = /^(?:Command|Container|Executor) exited with (?:status|code) (\d+)/i.exec(message)?.[1];
  return code === undefined ? undefined : Number(code);
}

/** What an exit code or Mesos' reason usually means, as a key of the words; undefined for codes that are the program's own. */
export type EndingHint = 'not-executable' | 'not-found' | 'killed' | 'segfault' | 'terminated' | 'out-of-memory' | 'image';

const CODES: Partial<Record<number, EndingHint>> = {
  126: 'not-executable',
  127: 'not-found',
  137: 'killed',
  139: 'segfault',
  143: 'terminated',
};

export function endingHint({ exitCode, reason = '', message }: TaskEnding): EndingHint | undefined {
  if (reason.includes('LIMITATION_MEMORY') || /memory limit exceeded|oom/i.test(message)) return 'out-of-memory';
  if (/pull|no such image|manifest|repository/i.test(message)) return 'image';
  return exitCode === undefined ? undefined : CODES[exitCode];
}

/** Average time that the ended instances had been running, in milliseconds; undefined when it is known of none. */
export function meanTimeToFailure(endings: readonly TaskEnding[]): number | undefined {
  const times = endings.flatMap(({ ranFor }) => (ranFor === undefined ? [] : [ranFor]));
  return times.length === 0 ? undefined : times.reduce((sum, time) => sum + time, 0) / times.length;
}

/** A crash loop: this many endings within the last so many minutes. */
const LOOP_ENDINGS = 3;
export const LOOP_WINDOW_MS = 10 * 60_000;

/** How often instances ended by themselves lately, when it was often enough to call it a loop. */
export function crashLoop(endings: readonly TaskEnding[], now: number): number | undefined {
  const recent = endings.filter(({ at }) => now - at <= LOOP_WINDOW_MS).length;
  return recent >= LOOP_ENDINGS ? recent : undefined;
}
